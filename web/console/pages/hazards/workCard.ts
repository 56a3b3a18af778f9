import { defineWorkCard } from '@shared/app/module'

export default defineWorkCard({ order: 10, permission: 'hazard.view', card: () => import('./WorkCard.vue') })
