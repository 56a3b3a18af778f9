import { defineModule } from '@shared/app/module'

export default defineModule([
  { path: '/setup', page: () => import('./form/SetupPage.vue'), title: 'setup.title', layout: 'bare', open: true },
])
