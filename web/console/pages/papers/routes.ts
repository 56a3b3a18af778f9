import { defineModule } from '@shared/app/module'
import { Stamp, Tickets } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/papers',
    page: () => import('./list/PaperListPage.vue'),
    title: 'papers.title',
    permission: 'paper.view',
    menu: { group: 'inspection', order: 60, icon: Tickets },
  },
  {
    path: '/papers/organs',
    page: () => import('./organs/OrgansPage.vue'),
    title: 'papers.organs.title',
    permission: 'paper-organ.manage',
    menu: { group: 'system', order: 60, icon: Stamp },
  },
  { path: '/papers/:id', page: () => import('./detail/PaperPage.vue'), title: 'papers.one', permission: 'paper.view' },
])
