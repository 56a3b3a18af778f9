import { defineModule } from '@shared/app/module'
import { DataAnalysis } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/dashboard',
    page: () => import('./board/DashboardPage.vue'),
    title: 'dashboard.title',
    permission: 'dashboard.view',
    menu: { group: 'report', order: 10, icon: DataAnalysis },
  },
])
