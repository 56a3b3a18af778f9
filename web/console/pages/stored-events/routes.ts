import { defineModule } from '@shared/app/module'
import { WarnTriangleFilled } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/stored-events',
    page: () => import('./list/StoredEventsPage.vue'),
    title: 'stored-events.title',
    permission: 'event.view',
    menu: { group: 'system', order: 50, icon: WarnTriangleFilled },
  },
])
