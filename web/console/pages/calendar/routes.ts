import { defineModule } from '@shared/app/module'
import { Calendar } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/calendar',
    page: () => import('./years/CalendarPage.vue'),
    title: 'calendar.title',
    permission: 'calendar.manage',
    menu: { group: 'system', order: 60, icon: Calendar },
  },
])
