import { defineModule } from '@shared/app/module'
import { Document, Flag, Tickets } from '@element-plus/icons-vue'

export default defineModule([
  {
    path: '/campaigns',
    page: () => import('./list/CampaignListPage.vue'),
    title: 'campaigns.list.title',
    permission: 'campaign.view',
    menu: { group: 'campaign', order: 10, icon: Flag },
  },
  {
    path: '/campaigns/tasks',
    page: () => import('./tasks/OpenTasksPage.vue'),
    title: 'campaigns.openTasks.title',
    permission: 'campaign.view',
    menu: { group: 'campaign', order: 15, icon: Tickets },
  },
  {
    path: '/campaigns/documents',
    page: () => import('./documents/list/DocumentListPage.vue'),
    title: 'campaigns.documents.title',
    permission: 'plan.view',
    menu: { group: 'campaign', order: 20, icon: Document },
  },
  {
    path: '/campaigns/documents/upload',
    page: () => import('./documents/upload/UploadPage.vue'),
    title: 'campaigns.upload.title',
    permission: 'plan.upload',
  },
  {
    path: '/campaigns/documents/:id',
    page: () => import('./documents/review/ReviewPage.vue'),
    title: 'campaigns.review.title',
    permission: 'plan.view',
  },
  { path: '/campaigns/:id', page: () => import('./detail/CampaignPage.vue'), title: 'campaigns.one', permission: 'campaign.view' },
  {
    path: '/campaigns/:id/tasks/:taskId',
    page: () => import('./tasks/task/TaskPage.vue'),
    title: 'campaigns.task.title',
    permission: 'campaign.view',
  },
])
