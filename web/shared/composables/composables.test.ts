import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { KeysetPage } from '../api/client'
import { toProblem } from '../api/problem'
import { useSession } from '../session/session'
import { CLERK, withSetup } from '../testing/mountInApp'
import { useAction } from './useAction'
import { useAreaScope } from './useAreaScope'
import { usePermission } from './usePermission'
import { useQueryList, type ListStep } from './useQueryList'
import { useShortcuts } from './useShortcuts'
import { useUrlFilters } from './useUrlFilters'

const filters = { q: '', state: [] as string[], overdue: false }

describe('useAction', () => {
  it('runs one at a time and keeps what it was refused with until the next', async () => {
    const { busy, refusal, run } = useAction()
    let end = (): void => undefined
    const first = run(() => new Promise<void>((resolve) => (end = resolve)))
    expect(busy.value).toBe(true)
    const second = vi.fn()
    expect(await run(second)).toBe(false)
    expect(second).not.toHaveBeenCalled()
    end()
    expect(await first).toBe(true)

    const problem = new Error('refused')
    expect(await run(() => Promise.reject(problem))).toBe(false)
    expect([busy.value, refusal.value]).toEqual([false, problem])
    await run(() => Promise.resolve())
    expect(refusal.value).toBeNull()
  })
})

describe('useUrlFilters', () => {
  it('reads the address, one value or many', async () => {
    const { result } = await withSetup(() => useUrlFilters(filters), { at: '/x?q=楼道&state=a&overdue=true&other=1' })
    expect(result.values.value).toEqual({ q: '楼道', state: ['a'], overdue: true })
    expect(result.active.value).toBe(3)
  })

  it('writes only what differs from the default and leaves other parameters alone', async () => {
    const { result, router } = await withSetup(() => useUrlFilters(filters), { at: '/x?other=1' })
    result.set({ state: ['a', 'b'], q: '' })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/x?other=1&state=a&state=b')
    result.clear()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/x?other=1')
  })

  it('can switch off what is on by default', async () => {
    const { result, router } = await withSetup(() => useUrlFilters({ mine: true, state: ['a'] }), { at: '/x' })
    result.set({ mine: false, state: [] })
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ mine: 'false', state: '' })
    expect(result.values.value).toEqual({ mine: false, state: [] })
  })
})

describe('useQueryList', () => {
  type Step = ListStep<{ q: string }>
  const page = (items: number[], next: string | null, total: number | null = null): KeysetPage<number> => ({ items, next, total })

  it('goes on from cursor to cursor until there is no more', async () => {
    const fetch = vi.fn<(step: Step) => Promise<KeysetPage<number>>>().mockResolvedValueOnce(page([1, 2], 'c1', 3)).mockResolvedValueOnce(page([3], null))
    const { result } = await withSetup(() => useQueryList({ key: ['n'], filters: { q: '' }, limit: 2, fetch }))
    expect(result.pending).toBe(true)
    await flushPromises()
    expect(result).toMatchObject({ pending: false, rows: [1, 2], total: 3, hasMore: true, empty: false })
    result.loadMore()
    await flushPromises()
    expect(fetch.mock.calls.map(([{ after, limit }]) => [after, limit])).toEqual([[null, 2], ['c1', 2]])
    expect(result).toMatchObject({ rows: [1, 2, 3], hasMore: false })
  })

  it('starts again when a filter in the address changes, keeping the old rows meanwhile', async () => {
    let answer: (page: KeysetPage<number>) => void = () => undefined
    const fetch = ({ filters: { q } }: Step) => (q === '' ? Promise.resolve(page([1], null)) : new Promise<KeysetPage<number>>((resolve) => (answer = resolve)))
    const { result, router } = await withSetup(() => useQueryList({ key: ['n'], filters: { q: '' }, fetch }))
    await flushPromises()
    result.setFilters({ q: '楼道' })
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ q: '楼道' })
    expect(result).toMatchObject({ rows: [1], stale: true })
    answer(page([], null, 0))
    await flushPromises()
    expect(result).toMatchObject({ rows: [], stale: false, empty: true, total: 0 })
  })

  it('hands on the refusal and tries again', async () => {
    const problem = toProblem(403, null)
    const fetch = vi.fn<(step: Step) => Promise<KeysetPage<number>>>().mockRejectedValueOnce(problem).mockResolvedValue(page([1], null))
    const { result } = await withSetup(() => useQueryList({ key: ['n'], filters: { q: '' }, fetch }))
    await flushPromises()
    expect(result.error).toBe(problem)
    result.retry()
    await flushPromises()
    expect(result).toMatchObject({ error: null, rows: [1] })
  })
})

describe('usePermission', () => {
  it('follows the session; of several one is enough', async () => {
    const setup = () => [usePermission('hazard.list'), usePermission('hazard.close'), usePermission(['hazard.close', 'hazard.list'])]
    const { result } = await withSetup(setup, { session: CLERK })
    expect(result.map(({ value }) => value)).toEqual([true, false, true])
    useSession().forget()
    expect(result.map(({ value }) => value)).toEqual([false, false, false])
  })
})

describe('useAreaScope', () => {
  it('is the area chosen, as long as it is one of the own', async () => {
    const { result } = await withSetup(useAreaScope, { session: CLERK })
    expect(result.area.value).toBeNull()
    result.choose('3201130070000000000')
    expect(result.area.value?.name).toBe('仙林街道')
    result.choose('3201140010000000000')
    expect(result.area.value).toBeNull()
  })

  it('places a new record in the only grid of a person, and in nothing larger unless chosen', async () => {
    const at = async (...keys: string[]) => {
      const areas = keys.map((key) => ({ key, name: key }))
      return (await withSetup(useAreaScope, { session: { ...CLERK, areas } })).result.here.value?.key ?? null
    }
    expect(await at('3201130070010001000')).toBe('3201130070010001000')
    expect(await at('3201130070010001000', '3201130070010002000')).toBeNull()
    expect(await at('3201130070010000000')).toBeNull()
  })
})

describe('useShortcuts', () => {
  const press = (target: EventTarget, key: string, more: object = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

  it('goes to the search field on / and out of it on Esc', async () => {
    await withSetup(useShortcuts)
    document.body.insertAdjacentHTML('beforeend', '<input id="name"><div data-search><input id="q"></div>')
    const at = (id: string) => document.getElementById(id) as HTMLInputElement
    press(at('name'), '/')
    press(document.body, '/', { ctrlKey: true })
    expect(document.activeElement).toBe(document.body)
    press(document.body, '/')
    expect(document.activeElement).toBe(at('q'))
    press(at('q'), 'Escape')
    expect(document.activeElement).toBe(document.body)
  })
})
