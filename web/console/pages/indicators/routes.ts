import { defineModule } from '@shared/app/module'
import { Histogram } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/indicators',
    page: () => import('./catalogue/CataloguePage.vue'),
    title: 'indicators.title',
    permission: 'indicator.view',
    menu: { group: 'report', order: 20, icon: Histogram },
  },
  {
    path: '/indicators/:code/rows',
    page: () => import('./rows/RowsPage.vue'),
    title: 'indicators.rows.title',
    permission: 'indicator.view',
  },
])
