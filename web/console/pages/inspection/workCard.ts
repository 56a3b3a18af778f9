import { defineWorkCard } from '@shared/app/module'

export default defineWorkCard({ order: 20, permission: 'inspection.view', card: () => import('./WorkCard.vue') })
