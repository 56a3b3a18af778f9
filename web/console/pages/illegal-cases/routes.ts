import { defineModule } from '@shared/app/module'
import { Briefcase } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/illegal-cases',
    page: () => import('./list/CaseListPage.vue'),
    title: 'illegal-cases.title',
    permission: 'illegal-case.view',
    menu: { group: 'hazard', order: 40, icon: Briefcase },
  },
  { path: '/illegal-cases/new', page: () => import('./new/CaseFormPage.vue'), title: 'illegal-cases.new', permission: 'illegal-case.open' },
  { path: '/illegal-cases/:id', page: () => import('./detail/CasePage.vue'), title: 'illegal-cases.one', permission: 'illegal-case.view' },
])
