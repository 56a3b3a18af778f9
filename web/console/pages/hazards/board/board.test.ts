import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../locales/zh-CN.json'
import type { BoardClock, WorkRow } from '../work'
import { moveCardFocus } from './board'
import BoardPage from './BoardPage.vue'

beforeAll(() => {
  const { problems, ...hazards } = words
  i18n.global.mergeLocaleMessage('zh-CN', { hazards, problems })
})

const row = (id: string, clock: BoardClock): WorkRow =>
  ({
    id,
    number: `2026-${id}`,
    description: `隐患 ${id}`,
    domain: 'fire',
    grade: 'GENERAL',
    state: 'REPORTED',
    areaName: '桂园社区',
    unitName: null,
    clock: { kind: 'CONFIRM', nearAt: '2026-06-01T00:00:00Z', dueAt: '2026-06-02T00:00:00Z', pausedAt: null, state: clock },
    pending: id === 'a1' ? ['EXTENSION'] : [],
    handledBy: 'STREET',
    version: 1,
  }) as unknown as WorkRow

const ANSWERS: Record<string, WorkRow[]> = { BREACHED: [row('a1', 'BREACHED'), row('a2', 'BREACHED')], NEAR: [row('b1', 'NEAR')] }
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })

function answer(request: Request): Response {
  const url = new URL(request.url)
  if (url.pathname === '/api/hazards/board') return json([{ clock: 'BREACHED', count: 1000, more: true }, { clock: 'NEAR', count: 1, more: false }])
  if (url.pathname === '/api/hazards') return json({ items: ANSWERS[url.searchParams.get('clock') ?? ''] ?? [], next: null, total: null })
  return json([])
}

const narrow = (matches: boolean) => vi.stubGlobal('matchMedia', () => ({ matches, addEventListener: () => undefined, removeEventListener: () => undefined }))
const session = { ...CLERK, permissions: ['hazard.view', 'hazard.confirm'] } as typeof CLERK

async function open(at = '/hazards/board') {
  const requests = stubFetch(answer)
  const mounted = await mountInApp(BoardPage, { at, session })
  await flushPromises()
  await vi.waitFor(() => expect(mounted.wrapper.text()).toContain('隐患 a1'), { timeout: 10_000 })
  return { ...mounted, requests }
}

// Four columns are mounted whole, which takes a while beside other work.
describe('the board', { timeout: 30_000 }, () => {
  beforeEach(() => narrow(false))

  it('asks heads and columns with the filters of the address, what is due first on top', async () => {
    const { wrapper, requests } = await open('/hazards/board?domain=gas&pending=EXTENSION')
    expect(wrapper.findAll('[data-column]')).toHaveLength(4)
    expect(wrapper.text()).toContain('1,000+')
    const asked = requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.startsWith('/api/hazards'))
    const lists = asked.filter(({ pathname }) => pathname === '/api/hazards')
    expect(lists.map(({ searchParams }) => searchParams.get('clock'))).toEqual(['BREACHED', 'NEAR', 'IN_TIME', 'PAUSED'])
    for (const { pathname, searchParams } of asked.filter((one) => !one.pathname.endsWith('domains'))) {
      expect(searchParams.get('domain'), pathname).toBe('gas')
      expect(searchParams.get('pending'), pathname).toBe('EXTENSION')
    }
    expect(lists.every(({ searchParams }) => searchParams.get('sort') === 'DUE')).toBe(true)
  })

  it('shows what is under way besides, and acts on the chosen ones of several columns', async () => {
    const { wrapper } = await open()
    expect(wrapper.text()).toContain('延期待批')
    await wrapper.find('input[aria-label="选择 2026-a1"]').trigger('click')
    await wrapper.find('input[aria-label="选择 2026-b1"]').trigger('click')
    expect(wrapper.text()).toContain('已选 2 条')
    expect(wrapper.text()).toContain('核实（2）')
    await wrapper.find('[data-column]').trigger('keydown', { key: 'Escape' })
    expect(wrapper.text()).not.toContain('已选')
  })

  it('takes everything between two cards with the shift key', async () => {
    const { wrapper } = await open()
    await wrapper.find('input[aria-label="选择 2026-a1"]').trigger('click')
    await wrapper.find('input[aria-label="选择 2026-a2"]').trigger('click', { shiftKey: true })
    expect(wrapper.text()).toContain('已选 2 条')
  })

  it('shows one column at a time where there is room for one, kept in the address', async () => {
    narrow(true)
    const { wrapper, router } = await open()
    expect(wrapper.findAll('[data-column]')).toHaveLength(1)
    await wrapper.findAll('.switch button')[1]?.trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('隐患 b1'), { timeout: 10_000 })
    expect(router.currentRoute.value.query['column']).toBe('NEAR')
  })
})

describe('arrow keys on the board', () => {
  const CARD = '<li data-card><input type="checkbox"><a href="#">x</a></li>'

  it('move up and down a column and across to the next one that has cards', () => {
    document.body.innerHTML = `<div id="b"><ul data-column>${CARD}${CARD}</ul><ul data-column></ul><ul data-column>${CARD}</ul></div>`
    const board = document.querySelector<HTMLElement>('#b') as HTMLElement
    const cards = [...board.querySelectorAll('[data-card]')]
    const link = (at: number) => cards[at]?.querySelector('a') as HTMLElement
    const press = (from: HTMLElement, key: string) => {
      from.focus()
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      from.dispatchEvent(event)
      Object.defineProperty(event, 'target', { value: from })
      moveCardFocus(event, board)
    }
    press(link(0), 'ArrowDown')
    expect(document.activeElement).toBe(link(1))
    press(link(1), 'ArrowRight')
    expect(document.activeElement).toBe(link(2))
    press(link(2), 'ArrowLeft')
    expect(document.activeElement).toBe(link(0))
  })
})
