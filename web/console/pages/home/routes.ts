import { defineModule } from '@shared/app/module'
import { HomeFilled } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/home',
    page: () => import('./start/StartPage.vue'),
    title: 'home.title',
    menu: { group: 'work', order: 0, icon: HomeFilled },
  },
])
