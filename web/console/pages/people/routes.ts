import { defineModule } from '@shared/app/module'
import { User } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/people',
    page: () => import('./list/PeoplePage.vue'),
    title: 'people.title',
    permission: 'person.manage',
    menu: { group: 'system', order: 10, icon: User },
  },
])
