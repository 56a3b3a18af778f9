import { defineWorkCard } from '@shared/app/module'

export default defineWorkCard({ order: 30, permission: 'joint-action.view', card: () => import('./WorkCard.vue') })
