import { MENU_GROUPS, type MenuEntry, type MenuGroup, type PageRoute } from '@shared/app/module'
import type { Permission } from '@shared/session/session'

interface MenuItem {
  path: string
  title: string
  icon: MenuEntry['icon']
}

export interface MenuSection {
  group: MenuGroup
  items: MenuItem[]
}

/** The menu a person sees: groups in their order, only pages they may open, no empty group. */
export function menuFor(pages: readonly PageRoute[], can: (permission: Permission | undefined) => boolean): MenuSection[] {
  return MENU_GROUPS.map((group) => ({
    group,
    items: pages
      .flatMap((page) => (page.menu?.group === group && can(page.permission) ? [{ ...page, menu: page.menu }] : []))
      .sort((a, b) => a.menu.order - b.menu.order || a.path.localeCompare(b.path))
      .map(({ path, title, menu }) => ({ path, title, icon: menu.icon })),
  })).filter(({ items }) => items.length > 0)
}

/** The entry that is lit for an address: the longest one that begins it. */
export function currentEntry(sections: readonly MenuSection[], path: string): string | undefined {
  return sections
    .flatMap(({ items }) => items.map((item) => item.path))
    .filter((entry) => path === entry || path.startsWith(`${entry}/`))
    .sort((a, b) => b.length - a.length)[0]
}
