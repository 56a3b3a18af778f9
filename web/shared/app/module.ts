import type { Component } from 'vue'
import type { Permission } from '../session/session'

/** Groups of the left menu, in their order. Their names are `ui.menu.<group>` in the shared words. */
export const MENU_GROUPS = ['work', 'campaign', 'register', 'inspection', 'hazard', 'report', 'system'] as const
export type MenuGroup = (typeof MENU_GROUPS)[number]

export interface MenuEntry {
  group: MenuGroup
  /** Lower comes first within the group; leave gaps of ten. */
  order: number
  icon: Component
}

/** One page of a module: its address, its words, who may open it and where the menu shows it. */
export interface PageRoute {
  /** The URL, which is also the folder: `/hazards/ledger` lives in `pages/hazards/ledger/`. */
  path: `/${string}`
  page: () => Promise<{ default: Component }>
  /** Key of the title, used in the menu, the breadcrumb and the window's title. */
  title: string
  /** Needed to open the page; with several, one is enough. Left out: everyone who is signed in. */
  permission?: Permission
  menu?: MenuEntry
  /** `bare` has no menu and no top bar; it is for pages before signing in. */
  layout?: 'office' | 'bare'
  /** True for pages that need no session. */
  open?: boolean
}

/** Default export of every `pages/<module>/routes.ts`. */
export function defineModule(routes: PageRoute[]): PageRoute[] {
  return routes
}

/** A card of the work page: what waits for a person in one module. */
export interface WorkCard {
  /** Lower comes first; leave gaps of ten. */
  order: number
  /** Who sees the card; with several permissions, one is enough. */
  permission: Permission
  card: () => Promise<{ default: Component }>
}

/** Default export of a `pages/<module>/workCard.ts`; the work page shows the cards of all modules that have one. */
export function defineWorkCard(card: WorkCard): WorkCard {
  return card
}
