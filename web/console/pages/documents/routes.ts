import { defineModule } from '@shared/app/module'
import { Document } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/documents',
    page: () => import('./list/DocumentListPage.vue'),
    title: 'documents.title',
    permission: 'document.view',
    menu: { group: 'report', order: 30, icon: Document },
  },
  {
    path: '/documents/:id',
    page: () => import('./detail/DocumentPage.vue'),
    title: 'documents.one',
    permission: 'document.view',
  },
])
