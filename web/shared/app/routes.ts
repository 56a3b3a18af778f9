import type { RouteRecordRaw } from 'vue-router'
import 'vue-router'
import type { Permission } from '../session/session'
import type { MenuGroup, PageRoute } from './module'

/** One step of the breadcrumb; a group of the menu has no address of its own. */
export interface TrailStep {
  title: string
  path: string | null
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    permission?: Permission
    layout?: 'office' | 'bare'
    open?: boolean
    trail?: TrailStep[]
  }
}

function isAbove(above: string, path: string): boolean {
  return path !== above && path.startsWith(`${above}/`)
}

/** The pages above a page: those whose address begins its own, under the menu group of the first of them. */
export function trailOf(page: PageRoute, all: readonly PageRoute[]): TrailStep[] {
  const above = all
    .filter((other) => isAbove(other.path, page.path) && !other.path.includes(':'))
    .sort((a, b) => a.path.length - b.path.length)
  const group: MenuGroup | undefined = [...above, page].find((one) => one.menu !== undefined)?.menu?.group
  const start: TrailStep[] = group === undefined ? [] : [{ title: `ui.menu.${group}`, path: null }]
  return [...start, ...above.map(({ title, path }) => ({ title, path }))]
}

/** Router records for the pages of all modules. */
export function recordsOf(pages: readonly PageRoute[]): RouteRecordRaw[] {
  return pages.map((page) => ({
    path: page.path,
    name: page.path,
    component: page.page,
    meta: {
      title: page.title,
      permission: page.permission,
      layout: page.layout ?? 'office',
      open: page.open ?? false,
      trail: trailOf(page, pages),
    },
  }))
}
