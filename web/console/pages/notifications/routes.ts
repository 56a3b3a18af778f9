import { defineModule } from '@shared/app/module'
import { Bell, Promotion } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/notifications',
    page: () => import('./list/NotificationsPage.vue'),
    title: 'notifications.title',
    menu: { group: 'work', order: 20, icon: Bell },
  },
  {
    path: '/notifications/channels',
    page: () => import('./channels/ChannelsPage.vue'),
    title: 'notifications.channels.title',
    permission: 'notification.configure',
    menu: { group: 'system', order: 55, icon: Promotion },
  },
])
