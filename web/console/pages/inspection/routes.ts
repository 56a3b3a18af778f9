import { defineModule } from '@shared/app/module'
import { Calendar, Checked, DocumentChecked, List } from '@element-plus/icons-vue'

const view = 'inspection.view'

export default defineModule([
  {
    path: '/inspection/tasks',
    page: () => import('./tasks/TaskListPage.vue'),
    title: 'inspection.tasks.title',
    permission: view,
    menu: { group: 'inspection', order: 10, icon: Checked },
  },
  { path: '/inspection/tasks/:id', page: () => import('./tasks/detail/TaskPage.vue'), title: 'inspection.task.title', permission: view },
  {
    path: '/inspection/checks',
    page: () => import('./checks/CheckListPage.vue'),
    title: 'inspection.checks.title',
    permission: view,
    menu: { group: 'inspection', order: 20, icon: DocumentChecked },
  },
  { path: '/inspection/checks/new', page: () => import('./checks/new/NewCheckPage.vue'), title: 'inspection.check.new', permission: 'inspection.check' },
  { path: '/inspection/checks/:id', page: () => import('./checks/one/CheckPage.vue'), title: 'inspection.check.title', permission: view },
  {
    path: '/inspection/plans',
    page: () => import('./plans/PlanListPage.vue'),
    title: 'inspection.plans.title',
    permission: view,
    menu: { group: 'inspection', order: 30, icon: Calendar },
  },
  {
    path: '/inspection/plans/new',
    page: () => import('./plans/new/NewPlanPage.vue'),
    title: 'inspection.plan.new',
    permission: 'inspection-plan.manage',
  },
  { path: '/inspection/plans/:id', page: () => import('./plans/detail/PlanPage.vue'), title: 'inspection.plan.title', permission: view },
  {
    path: '/inspection/checklists',
    page: () => import('./checklists/ChecklistListPage.vue'),
    title: 'inspection.checklists.title',
    permission: view,
    menu: { group: 'inspection', order: 40, icon: List },
  },
  {
    path: '/inspection/checklists/:id',
    page: () => import('./checklists/one/ChecklistPage.vue'),
    title: 'inspection.checklist.title',
    permission: view,
  },
  {
    path: '/inspection/checklists/:id/edit',
    page: () => import('./checklists/edit/EditChecklistPage.vue'),
    title: 'inspection.checklist.edit',
    permission: 'checklist.manage',
  },
])
