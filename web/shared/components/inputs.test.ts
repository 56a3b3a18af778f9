import { flushPromises } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { describe, expect, it, vi } from 'vitest'
import { toProblem } from '../api/problem'
import { CLERK, mountInApp } from '../testing/mountInApp'
import { problemResponse, stubFetch } from '../testing/stubFetch'
import { usePreferences } from '../session/preferences'
import AreaPicker from './AreaPicker.vue'
import ConfirmReason from './ConfirmReason.vue'
import FilterBar from './FilterBar.vue'
import LanguageSwitch from './LanguageSwitch.vue'
import PersonPicker from './PersonPicker.vue'
import TextField from './TextField.vue'
import UnitPicker from './UnitPicker.vue'
import type { FilterField } from './filterBar'

const inDocument = (selector: string) => document.querySelector<HTMLElement>(selector)

describe('FilterBar', () => {
  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: '名称' },
    { kind: 'switch', name: 'overdue', label: '只看逾期' },
  ]

  it('searches after a pause in typing, without the spaces around', async () => {
    vi.useFakeTimers()
    const { wrapper } = await mountInApp(FilterBar, { props: { fields, values: { q: '', overdue: false }, active: 0 } })
    await wrapper.get('input').setValue(' 楼道 ')
    expect(wrapper.emitted('change')).toBeUndefined()
    vi.advanceTimersByTime(400)
    expect(wrapper.emitted('change')).toEqual([[{ q: '楼道' }]])
  })

  it('searches at once on Enter, and not twice', async () => {
    vi.useFakeTimers()
    const { wrapper } = await mountInApp(FilterBar, { props: { fields, values: { q: '', overdue: false }, active: 0 } })
    await wrapper.get('input').setValue('楼道')
    await wrapper.get('form').trigger('submit')
    await wrapper.setProps({ values: { q: '楼道', overdue: false } } as never)
    vi.advanceTimersByTime(1000)
    expect(wrapper.emitted('change')).toHaveLength(1)
  })

  it('follows the address and can be cleared', async () => {
    const { wrapper } = await mountInApp(FilterBar, { props: { fields, values: { q: '车棚', overdue: true }, active: 2 } })
    expect(wrapper.get<HTMLInputElement>('input').element.value).toBe('车棚')
    expect(wrapper.text()).toContain('筛选（2）')
    await wrapper.get('input[type=checkbox]').setValue(false)
    expect(wrapper.emitted('change')).toEqual([[{ overdue: false }]])
    await wrapper.findAll('button').at(-1)?.trigger('click')
    expect(wrapper.emitted('clear')).toHaveLength(1)
  })
})

describe('folded filters', () => {
  const fields: FilterField[] = [
    { kind: 'switch', name: 'mine', label: '只看我的' },
    { kind: 'switch', name: 'late', label: '只看逾期', folded: true },
    { kind: 'choice', name: 'grade', label: '等级', options: [{ value: 'MAJOR', text: '重大' }], multiple: true, folded: true },
  ]
  const bar = (late: boolean, grade: string[]) =>
    mountInApp(FilterBar, { props: { fields, values: { mine: true, late, grade }, active: 1 } })

  it('open on request and tell how many of them are in use', async () => {
    const { wrapper } = await bar(true, ['MAJOR'])
    const more = wrapper.get('.more')
    expect(more.text()).toBe('更多筛选（2）')
    expect(more.attributes('aria-expanded')).toBe('false')
    await more.trigger('click')
    expect(more.attributes('aria-expanded')).toBe('true')
    expect(wrapper.get('.folded').classes()).toContain('open')
  })

  it('tell no number when none is in use', async () => {
    const { wrapper } = await bar(false, [])
    expect(wrapper.get('.more').text()).toBe('更多筛选')
  })
})

describe('ConfirmReason', () => {
  const dialog = (action: (reason: string) => Promise<unknown>) =>
    mountInApp(ConfirmReason, { props: { modelValue: true, title: '退回整改', confirmText: '退回', action, usual: ['照片不清'] } })
  const button = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)

  it('does nothing without a reason', async () => {
    const action = vi.fn(() => Promise.resolve())
    await dialog(action)
    await flushPromises()
    expect(button('退回')?.disabled).toBe(true)
    inDocument('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    expect(action).not.toHaveBeenCalled()
  })

  it('hands over the reason and closes', async () => {
    const action = vi.fn(() => Promise.resolve())
    const { wrapper } = await dialog(action)
    await flushPromises()
    button('照片不清')?.click()
    await flushPromises()
    button('退回')?.click()
    await flushPromises()
    expect(action).toHaveBeenCalledExactlyOnceWith('照片不清')
    expect(wrapper.emitted('update:modelValue')).toEqual([[false]])
  })

  it('stays open with the words when it is refused', async () => {
    const { wrapper } = await dialog(() => Promise.reject(toProblem(409, { traceId: 'c0' })))
    await flushPromises()
    button('照片不清')?.click()
    await flushPromises()
    button('退回')?.click()
    await flushPromises()
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
    expect(inDocument('[role=alert]')?.textContent).toContain('这条记录刚被别人改过')
    expect(document.querySelector('textarea')?.value).toBe('照片不清')
  })
})

describe('the pickers of units and people', () => {
  it('search the server and hand over what was picked', async () => {
    const requests = stubFetch(Response.json({ items: [{ id: 'u1', name: '仙林物业', note: '企业' }], next: null, total: null }))
    const { wrapper } = await mountInApp(UnitPicker, { props: { modelValue: null } })
    const select = wrapper.getComponent(ElSelect)
    await (select.props('remoteMethod') as (q: string) => Promise<void>)(' 物业 ')
    expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/units')
    expect(new URL(requests[0]?.url ?? '').searchParams.get('q')).toBe('物业')
    select.vm.$emit('update:modelValue', 'u1')
    expect(wrapper.emitted('update:modelValue')).toEqual([['u1']])
    expect(wrapper.emitted('pick')).toEqual([[{ id: 'u1', name: '仙林物业', note: '企业' }]])
    select.vm.$emit('update:modelValue', undefined)
    expect(wrapper.emitted('update:modelValue')?.[1]).toEqual([null])
  })

  it('show the name of the one picked before, and say why nothing can be found', async () => {
    stubFetch(problemResponse(403, 'about:blank'))
    const { wrapper } = await mountInApp(PersonPicker, { props: { modelValue: 'p1', initial: { id: 'p1', name: '周敏' } } })
    await flushPromises()
    expect(wrapper.text()).toContain('周敏')
    const select = wrapper.getComponent(ElSelect)
    await (select.props('remoteMethod') as (q: string) => Promise<void>)('x')
    await flushPromises()
    expect(select.props('noDataText')).toBe('没有权限')
  })

  it('show the answer to the last question only', async () => {
    const answers: ((items: unknown[]) => void)[] = []
    stubFetch(() => new Promise<Response>((resolve) => answers.push((items) => resolve(Response.json({ items })))))
    const { wrapper } = await mountInApp(UnitPicker, { props: { modelValue: null } })
    const search = wrapper.getComponent(ElSelect).props('remoteMethod') as (q: string) => Promise<void>
    const first = search('a')
    const second = search('ab')
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.([{ id: '2', name: '后问' }])
    await second
    answers[0]?.([{ id: '1', name: '先问' }])
    await first
    wrapper.getComponent(ElSelect).vm.$emit('update:modelValue', '2')
    expect(wrapper.emitted('pick')).toEqual([[{ id: '2', name: '后问' }]])
  })
})

describe('AreaPicker', () => {
  const STREET = { key: '3201130070000000000', name: '仙林街道', leaf: false }
  const COMMUNITY = { key: '3201130070010000000', name: '文澜社区', path: '仙林街道', leaf: true }
  const stubAreas = () =>
    stubFetch(({ url }) => {
      const { pathname, searchParams } = new URL(url)
      if (pathname !== '/api/areas') return Response.json(COMMUNITY)
      return Response.json({ items: searchParams.has('parent') || searchParams.has('q') ? [COMMUNITY] : [STREET], next: null })
    })

  it('shows the name it is given, and fetches the name of a key that came alone', async () => {
    const requests = stubAreas()
    const { wrapper } = await mountInApp(AreaPicker, { props: { modelValue: STREET.key, name: STREET.name } })
    expect(wrapper.get('.field').text()).toContain('仙林街道')
    expect(requests).toHaveLength(0)
    const { wrapper: other } = await mountInApp(AreaPicker, { props: { modelValue: COMMUNITY.key } })
    await vi.waitFor(() => expect(other.get('.field').text()).toContain('文澜社区'))
    expect(new URL(requests[0]?.url ?? '').pathname).toBe(`/api/areas/${COMMUNITY.key}`)
  })

  it('starts the tree at the own areas and fetches the level below on demand', async () => {
    const requests = stubAreas()
    const { wrapper } = await mountInApp(AreaPicker, { props: { modelValue: null }, session: CLERK })
    await wrapper.get('.field').trigger('click')
    await vi.waitFor(() => expect(inDocument('.el-tree-node')?.textContent).toContain('仙林街道'))
    expect(document.body.textContent).not.toContain('文澜社区')
    inDocument('.el-tree-node__expand-icon')?.click()
    await vi.waitFor(() => expect(document.body.textContent).toContain('文澜社区'))
    expect(requests.map(({ url }) => new URL(url).searchParams.get('parent'))).toEqual([null, STREET.key])
  })

  it('finds by name on every level', async () => {
    const requests = stubAreas()
    const { wrapper } = await mountInApp(AreaPicker, { props: { modelValue: null }, session: CLERK })
    await wrapper.get('.field').trigger('click')
    const input = await vi.waitUntil(() => document.querySelector<HTMLInputElement>('.choices input'))
    input.value = '文澜'
    input.dispatchEvent(new Event('input', { bubbles: true }))
    const found = await vi.waitUntil(() => inDocument('.found button'), { timeout: 2000 })
    expect(new URL(requests.at(-1)?.url ?? '').searchParams.get('q')).toBe('文澜')
    found.click()
    expect(wrapper.emitted('update:modelValue')).toEqual([[COMMUNITY.key]])
  })
})

describe('TextField', () => {
  it('joins label, help and error to the input', async () => {
    const { wrapper } = await mountInApp(TextField, { props: { modelValue: '', label: '账号', help: '用于登录' } })
    const input = wrapper.get('input')
    const note = () => document.getElementById(input.attributes('aria-describedby') ?? '')?.textContent
    expect(wrapper.get('label').attributes('for')).toBe(input.attributes('id'))
    expect(note()).toBe('用于登录')
    await wrapper.setProps({ error: '请填写此项' } as never)
    expect(note()).toBe('请填写此项')
    expect(input.attributes('aria-invalid')).toBe('true')
  })
})

describe('LanguageSwitch', () => {
  it('keeps the choice', async () => {
    const { wrapper } = await mountInApp(LanguageSwitch)
    await wrapper.findAll('button')[1]?.trigger('click')
    expect(usePreferences().locale).toBe('zh-Hant')
    expect(localStorage.getItem('anshe.preferences')).toContain('zh-Hant')
    localStorage.clear()
  })
})
