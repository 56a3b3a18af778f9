import { defineModule } from '@shared/app/module'
import { Key } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/roles',
    page: () => import('./matrix/RolesPage.vue'),
    title: 'roles.title',
    permission: 'role.view',
    menu: { group: 'system', order: 20, icon: Key },
  },
])
