import { defineModule } from '@shared/app/module'
import { EditPen, Timer, Warning } from '@element-plus/icons-vue'

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
  { path: '/hazards/:id', page: () => import('./detail/HazardPage.vue'), title: 'hazards.one', permission: 'hazard.view' },
])
