import { defineModule } from '@shared/app/module'
import { Switch } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/hand-overs',
    page: () => import('./list/HandOverListPage.vue'),
    title: 'hand-overs.title',
    permission: 'work.hand-over',
    menu: { group: 'system', order: 35, icon: Switch },
  },
  { path: '/hand-overs/new', page: () => import('./new/NewHandOverPage.vue'), title: 'hand-overs.create', permission: 'work.hand-over' },
  { path: '/hand-overs/:id', page: () => import('./detail/HandOverPage.vue'), title: 'hand-overs.one', permission: 'work.hand-over' },
])
