import { defineModule } from '@shared/app/module'

export default defineModule([
  { path: '/verify/:token', page: () => import('./paper/VerifyPage.vue'), title: 'verify.title', layout: 'bare', open: true },
])
