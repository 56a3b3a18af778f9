import { defineModule } from '@shared/app/module'
import { Tickets } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/audit',
    page: () => import('./trail/AuditPage.vue'),
    title: 'audit.title',
    permission: 'audit.view',
    menu: { group: 'system', order: 40, icon: Tickets },
  },
])
