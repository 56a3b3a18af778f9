import { describe, expect, it } from 'vitest'
import { mountInApp, type Mounted } from '../testing/mountInApp'
import KeysetTable from './KeysetTable.vue'
import type { Column } from './keysetTable'

interface Row {
  id: string
  title: string
  due: string | null
  count: number
}

const rows: Row[] = ['a', 'b', 'c'].map((id, i) => ({ id, title: `隐患 ${id}`, due: null, count: i }))
const columns: Column<Row>[] = [
  { key: 'count', title: '次数', align: 'end' },
  { key: 'title', title: '隐患', primary: true },
  { key: 'due', title: '时限' },
]

const table = (props: Record<string, unknown> = {}, slots: Record<string, unknown> = {}): Promise<Mounted> =>
  mountInApp(KeysetTable, {
    props: { label: '隐患台账', columns, rows, rowKey: (row: Row) => row.id, rowLink: (row: Row) => `/hazards/${row.id}`, ...props },
    slots,
  })

const focused = () => document.activeElement?.textContent?.trim()

describe('KeysetTable', () => {
  it('links the primary cell, prints zero as zero and null as unknown', async () => {
    const { wrapper } = await table()
    const first = wrapper.get('tbody tr')
    expect(first.get('a').attributes('href')).toBe('/hazards/a')
    expect(first.get('a').text()).toBe('隐患 a')
    expect(first.findAll('td').map((cell) => cell.text())).toEqual(['0', '隐患 a', '未知'])
  })

  it('opens a row by a click beside its controls', async () => {
    const { wrapper, router } = await table({ selectable: true })
    await wrapper.get('tbody input').trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    expect(router.currentRoute.value.path).toBe('/')
    await wrapper.findAll('tbody tr')[1]?.findAll('td')[1]?.trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    expect(router.currentRoute.value.path).toBe('/hazards/b')
  })

  it('moves between rows with the arrow keys, Home and End', async () => {
    const { wrapper } = await table()
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    wrapper.get<HTMLElement>('tbody a').element.focus()
    await press('ArrowDown')
    expect(focused()).toBe('隐患 b')
    await press('End')
    expect(focused()).toBe('隐患 c')
    await press('ArrowDown')
    expect(focused()).toBe('隐患 c')
    await press('Home')
    await press('ArrowUp')
    expect(focused()).toBe('隐患 a')
  })

  it('selects one, all and none', async () => {
    const { wrapper } = await table({ selectable: true, 'onUpdate:selected': (keys: string[]) => wrapper.setProps({ selected: keys } as never), selected: [] }, { selection: '<i>act</i>' })
    const boxes = () => wrapper.findAll<HTMLInputElement>('input')
    expect(wrapper.text()).not.toContain('act')
    await boxes()[2]?.trigger('change')
    expect(wrapper.props()).toMatchObject({ selected: ['b'] })
    expect(wrapper.get('.selection').text()).toContain('已选 1 条')
    expect(wrapper.text()).toContain('act')
    await boxes()[0]?.trigger('change')
    expect(wrapper.props()).toMatchObject({ selected: ['a', 'b', 'c'] })
    await boxes()[0]?.trigger('change')
    expect(wrapper.props()).toMatchObject({ selected: [] })
  })

  it('says how many are shown, and never invents a total', async () => {
    const { wrapper } = await table({ total: 1280, hasMore: true })
    expect(wrapper.get('.foot').text()).toContain('已显示 3 条，共 1,280 条')
    await wrapper.get('.foot button').trigger('click')
    expect(wrapper.emitted('loadMore')).toHaveLength(1)
    await wrapper.setProps({ total: null } as never)
    expect(wrapper.get('.foot').text()).toContain('已显示 3 条，总数未统计')
    await wrapper.setProps({ hasMore: false } as never)
    expect(wrapper.get('.foot').text()).toBe('已显示 3 条，共 3 条')
  })

  it('lets a slot draw a cell', async () => {
    const { wrapper } = await table({}, { 'cell-due': '<template #cell-due="{ row }"><b>{{ row.id }}!</b></template>' })
    expect(wrapper.findAll('b').map((cell) => cell.text())).toEqual(['a!', 'b!', 'c!'])
  })
})
