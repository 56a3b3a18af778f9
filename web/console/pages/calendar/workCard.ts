import { defineWorkCard } from '@shared/app/module'

export default defineWorkCard({ order: 90, permission: 'calendar.manage', card: () => import('./WorkCard.vue') })
