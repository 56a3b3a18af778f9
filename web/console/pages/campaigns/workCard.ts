import { defineWorkCard } from '@shared/app/module'

export default defineWorkCard({ order: 30, permission: 'campaign.view', card: () => import('./WorkCard.vue') })
