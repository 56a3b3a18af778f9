import { defineModule } from '@shared/app/module'

export default defineModule([
  { path: '/login', page: () => import('./form/LoginPage.vue'), title: 'login.title', layout: 'bare', open: true },
])
