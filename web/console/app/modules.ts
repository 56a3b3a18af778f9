import type { PageRoute } from '@shared/app/module'

const found = import.meta.glob<PageRoute[]>('../pages/*/routes.ts', { eager: true, import: 'default' })

/** Every page of every module; a module joins by having a `routes.ts`. */
export const pages: readonly PageRoute[] = Object.values(found).flat()
