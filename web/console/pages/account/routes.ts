import { defineModule } from '@shared/app/module'

export default defineModule([
  { path: '/account/password', page: () => import('./password/PasswordPage.vue'), title: 'account.password.title' },
])
