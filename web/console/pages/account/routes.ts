import { defineModule } from '@shared/app/module'
import { UserFilled } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/account',
    page: () => import('./own/OwnAccountPage.vue'),
    title: 'account.own.title',
    menu: { group: 'system', order: 90, icon: UserFilled },
  },
  { path: '/account/password', page: () => import('./password/PasswordPage.vue'), title: 'account.password.title' },
])
