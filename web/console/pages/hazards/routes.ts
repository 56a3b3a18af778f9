import { defineModule } from '@shared/app/module'
import { EditPen, Warning } from '@element-plus/icons-vue'

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
  { path: '/hazards/:id', page: () => import('./detail/HazardPage.vue'), title: 'hazards.one', permission: 'hazard.view' },
])
