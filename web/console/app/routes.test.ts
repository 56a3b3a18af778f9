import { MENU_GROUPS, type PageRoute } from '@shared/app/module'
import { trailOf } from '@shared/app/routes'
import { HomeFilled } from '@element-plus/icons-vue'
import { describe, expect, it } from 'vitest'
import { currentEntry, menuFor } from './menu'
import { pages } from './modules'

const modules = import.meta.glob<PageRoute[]>('../pages/*/routes.ts', { eager: true, import: 'default' })
const components = Object.keys(import.meta.glob('../pages/**/*Page.vue'))

const page = (path: `/${string}`, more: Partial<PageRoute> = {}): PageRoute => ({
  path,
  title: `t${path}`,
  page: () => Promise.reject(new Error('not opened here')),
  ...more,
})

/** The folder a page is imported from, read off its own import. */
const folderOf = ({ page: open }: PageRoute) => /pages\/([\w/-]+)\/\w+\.vue/.exec(open.toString())?.[1]

describe('the URL is the folder', () => {
  const all = Object.entries(modules).flatMap(([file, routes]) => routes.map((route) => [route.path, file, route] as const))

  it.each(all)('%s', (path, file, route) => {
    const module = /pages\/([^/]+)\//.exec(file)?.[1] ?? ''
    const [first, ...rest] = path.slice(1).split('/')
    const fixed = rest.filter((segment) => !segment.startsWith(':'))
    const folder = folderOf(route)?.split('/') ?? []
    expect(first).toBe(module)
    expect(folder[0]).toBe(module)
    expect(folder.slice(1, 1 + fixed.length)).toEqual(fixed)
    expect(folder.length, 'one folder at most below the fixed part of the address').toBeLessThanOrEqual(fixed.length + 2)
  })

  it('holds for every page there is', () => {
    const reached = new Set(pages.map(folderOf))
    const unreached = components.filter((file) => !reached.has(/pages\/(.+)\/\w+\.vue$/.exec(file)?.[1]))
    expect(unreached).toEqual([])
  })

  it('gives every page an address of its own', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
  })
})

describe('the menu', () => {
  const menu = (order: number) => ({ group: 'hazard' as const, order, icon: HomeFilled })
  const hazards = [
    page('/b', { menu: menu(20), permission: 'hazard.list' }),
    page('/a', { menu: menu(10), permission: ['hazard.close', 'hazard.list'] }),
    page('/a/x', { permission: 'hazard.list' }),
    page('/s', { menu: { ...menu(10), group: 'system' }, permission: 'account.list' }),
  ]
  const holds = (permission: string) => (wanted: string | readonly string[] | undefined) => wanted === undefined || [wanted].flat().includes(permission)

  it('shows what a person may open, in order, and no empty group', () => {
    const sections = menuFor(hazards, holds('hazard.list'))
    expect(sections.map(({ group }) => group)).toEqual(['hazard'])
    expect(sections[0]?.items.map(({ path }) => path)).toEqual(['/a', '/b'])
    expect(menuFor(hazards, holds('nothing'))).toEqual([])
  })

  it('lights the entry above a page', () => {
    const sections = menuFor(hazards, () => true)
    expect(currentEntry(sections, '/a/x/7')).toBe('/a')
    expect(currentEntry(sections, '/ab')).toBeUndefined()
  })

  it('has a name for every group', () => {
    expect(MENU_GROUPS).toHaveLength(7)
  })
})

describe('the breadcrumb', () => {
  const list = page('/hazards', { menu: { group: 'hazard', order: 1, icon: HomeFilled } })
  const one = page('/hazards/:id')

  it('leads from the group over the pages above', () => {
    expect(trailOf(page('/hazards/:id/steps'), [list, one])).toEqual([
      { title: 'ui.menu.hazard', path: null },
      { title: 't/hazards', path: '/hazards' },
    ])
    expect(trailOf(page('/hazardsheet'), [list])).toEqual([])
  })
})
