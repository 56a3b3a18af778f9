import { defineModule } from '@shared/app/module'
import { MapLocation } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/areas',
    page: () => import('./list/AreasPage.vue'),
    title: 'areas.title',
    permission: 'area.view',
    menu: { group: 'system', order: 20, icon: MapLocation },
  },
  { path: '/areas/import', page: () => import('./import/AreaImportPage.vue'), title: 'areas.import.title', permission: 'area.manage' },
])
