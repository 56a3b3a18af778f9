import { defineModule } from '@shared/app/module'
import { Connection } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/joint-actions',
    page: () => import('./list/JointActionListPage.vue'),
    title: 'joint-actions.title',
    permission: 'joint-action.view',
    menu: { group: 'inspection', order: 70, icon: Connection },
  },
  { path: '/joint-actions/new', page: () => import('./new/JointActionFormPage.vue'), title: 'joint-actions.new', permission: 'joint-action.arrange' },
  { path: '/joint-actions/:id', page: () => import('./detail/JointActionPage.vue'), title: 'joint-actions.one', permission: 'joint-action.view' },
])
