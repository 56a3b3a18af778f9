import { defineModule } from '@shared/app/module'
import { Files, SetUp } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/registers',
    page: () => import('./overview/RegistersPage.vue'),
    title: 'registers.overview.title',
    permission: 'register.view',
    menu: { group: 'register', order: 10, icon: Files },
  },
  {
    path: '/registers/types',
    page: () => import('./types/list/TypesPage.vue'),
    title: 'registers.types.title',
    permission: 'register-type.manage',
    menu: { group: 'register', order: 90, icon: SetUp },
  },
  {
    path: '/registers/types/:code',
    page: () => import('./types/type/TypePage.vue'),
    title: 'registers.type.title',
    permission: 'register-type.manage',
  },
  {
    path: '/registers/objects/:id',
    page: () => import('./objects/object/ObjectPage.vue'),
    title: 'registers.object.title',
    permission: 'register.view',
  },
  {
    path: '/registers/objects/:id/edit',
    page: () => import('./objects/edit/EditObjectPage.vue'),
    title: 'registers.edit.title',
    permission: 'register.edit',
  },
  {
    path: '/registers/:type',
    page: () => import('./register/RegisterPage.vue'),
    title: 'registers.list.title',
    permission: 'register.view',
  },
  {
    path: '/registers/:type/new',
    page: () => import('./new/NewObjectPage.vue'),
    title: 'registers.new.title',
    permission: 'register.edit',
  },
  {
    path: '/registers/:type/import',
    page: () => import('./import/ImportPage.vue'),
    title: 'registers.import.title',
    permission: 'register.import',
  },
])
