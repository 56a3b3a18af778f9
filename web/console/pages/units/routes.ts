import { defineModule } from '@shared/app/module'
import { OfficeBuilding } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/units',
    page: () => import('./list/UnitListPage.vue'),
    title: 'units.title',
    permission: 'unit.view',
    menu: { group: 'system', order: 30, icon: OfficeBuilding },
  },
  { path: '/units/import', page: () => import('./import/UnitImportPage.vue'), title: 'units.import.title', permission: 'unit.manage' },
  { path: '/units/:id', page: () => import('./detail/UnitPage.vue'), title: 'units.one', permission: 'unit.view' },
])
