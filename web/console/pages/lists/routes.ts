import { defineModule } from '@shared/app/module'
import { Memo, Notebook, SetUp, TrendCharts } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/lists',
    page: () => import('./list/ListsPage.vue'),
    title: 'lists.title',
    permission: 'list.view',
    menu: { group: 'campaign', order: 30, icon: Memo },
  },
  {
    path: '/lists/measures',
    page: () => import('./measures/MeasuresPage.vue'),
    title: 'lists.measures.title',
    permission: 'measure.view',
    menu: { group: 'campaign', order: 40, icon: Notebook },
  },
  {
    path: '/lists/common',
    page: () => import('./common/CommonPage.vue'),
    title: 'lists.common.title',
    permission: 'common-problem.view',
    menu: { group: 'campaign', order: 50, icon: TrendCharts },
  },
  {
    path: '/lists/common/rows',
    page: () => import('./common/rows/CaseRowsPage.vue'),
    title: 'lists.common.rows',
    permission: 'common-problem.view',
  },
  {
    path: '/lists/kinds',
    page: () => import('./kinds/KindsPage.vue'),
    title: 'lists.kinds.title',
    permission: 'list-kind.manage',
    menu: { group: 'campaign', order: 90, icon: SetUp },
  },
  { path: '/lists/:id', page: () => import('./detail/ListPage.vue'), title: 'lists.one', permission: 'list.view' },
])
