import { defineModule } from '@shared/app/module'
import { Bell, Calendar, EditPen, Grid, Timer, Warning } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/hazards',
    page: () => import('./list/HazardListPage.vue'),
    title: 'hazards.list.title',
    permission: 'hazard.view',
    menu: { group: 'hazard', order: 10, icon: Warning },
  },
  {
    path: '/hazards/new',
    page: () => import('./new/ReportPage.vue'),
    title: 'hazards.new.title',
    permission: 'hazard.report',
    menu: { group: 'hazard', order: 20, icon: EditPen },
  },
  {
    path: '/hazards/policies',
    page: () => import('./policies/list/PolicyListPage.vue'),
    title: 'hazards.policy.title',
    permission: 'hazard.view-policy',
    menu: { group: 'hazard', order: 60, icon: Timer },
  },
  { path: '/hazards/policies/:id', page: () => import('./policies/one/PolicyPage.vue'), title: 'hazards.policy.one', permission: 'hazard.view-policy' },
  {
    path: '/hazards/board',
    page: () => import('./board/BoardPage.vue'),
    title: 'hazards.board.title',
    permission: 'hazard.view',
    menu: { group: 'hazard', order: 12, icon: Grid },
  },
  {
    path: '/hazards/calendar',
    page: () => import('./calendar/DueCalendarPage.vue'),
    title: 'hazards.dueCalendar.title',
    permission: 'duty.view',
    menu: { group: 'hazard', order: 14, icon: Calendar },
  },
  {
    path: '/hazards/warnings',
    page: () => import('./warnings/WarningListPage.vue'),
    title: 'hazards.warning.title',
    permission: 'hazard.view',
    menu: { group: 'hazard', order: 30, icon: Bell },
  },
  { path: '/hazards/warnings/:id', page: () => import('./warnings/detail/WarningPage.vue'), title: 'hazards.warning.one', permission: 'hazard.view' },
  { path: '/hazards/:id', page: () => import('./detail/HazardPage.vue'), title: 'hazards.one', permission: 'hazard.view' },
])
