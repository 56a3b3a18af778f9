import { describe, expect, it, vi } from 'vitest'
import { NetworkFailure, toProblem } from '../api/problem'
import { mountInApp } from '../testing/mountInApp'
import DeadlineTag from './DeadlineTag.vue'
import NumberLink from './NumberLink.vue'
import PageFrame from './PageFrame.vue'
import QueryState from './QueryState.vue'
import StateTag from './StateTag.vue'
import TimelineList from './TimelineList.vue'
import { deadlineState, remaining } from './deadline'

describe('PageFrame', () => {
  it('shows title, breadcrumb and actions', async () => {
    const { wrapper } = await mountInApp(PageFrame, { props: { title: '隐患台账' }, slots: { actions: '<button>上报</button>' } })
    expect(wrapper.get('h1').text()).toBe('隐患台账')
    expect(wrapper.findAll('nav li').map((li) => li.text())).toEqual(['隐患', '隐患台账'])
    expect(wrapper.get('button').text()).toBe('上报')
  })
})

describe('QueryState', () => {
  const slots = { default: 'rows', empty: '<a href="#">new</a>' }

  it('shows the skeleton, then the content', async () => {
    const { wrapper } = await mountInApp(QueryState, { props: { pending: true }, slots })
    expect(wrapper.find('[role=status]').exists()).toBe(true)
    expect(wrapper.text()).not.toContain('rows')
    await wrapper.setProps({ pending: false })
    expect(wrapper.text()).toBe('rows')
  })

  it('offers the next action when nothing was found', async () => {
    const { wrapper } = await mountInApp(QueryState, { props: { pending: false, empty: true }, slots })
    expect(wrapper.text()).toContain('没有符合条件的记录')
    expect(wrapper.text()).toContain('new')
  })

  it('offers to try again after a failure, with the trace id', async () => {
    const { wrapper } = await mountInApp(QueryState, { props: { pending: false, error: toProblem(500, { traceId: 'f00' }) }, slots })
    expect(wrapper.get('[role=alert]').text()).toContain('f00')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
    await wrapper.setProps({ error: new NetworkFailure(false) })
    expect(wrapper.text()).toContain('连不上服务器')
  })

  it('offers nothing to try again when it is forbidden', async () => {
    const { wrapper } = await mountInApp(QueryState, { props: { pending: false, error: toProblem(403, null) }, slots })
    expect(wrapper.text()).toContain('没有权限')
    expect(wrapper.find('button').exists()).toBe(false)
  })
})

describe('NumberLink', () => {
  it('opens the rows of a figure, zero included', async () => {
    const { wrapper } = await mountInApp(NumberLink, { props: { value: 0, to: '/hazards?state=open', label: '未销号' } })
    expect(wrapper.get('a').attributes()).toMatchObject({ href: '/hazards?state=open', 'aria-label': '未销号 0' })
  })

  it('never prints a missing figure as zero', async () => {
    const { wrapper } = await mountInApp(NumberLink, { props: { value: null, to: '/hazards' } })
    expect(wrapper.text()).toBe('未统计')
    expect(wrapper.find('a').exists()).toBe(false)
    await wrapper.setProps({ missing: 'unknown' })
    expect(wrapper.text()).toBe('未知')
  })
})

describe('StateTag', () => {
  it('says the state in words', async () => {
    const { wrapper } = await mountInApp(StateTag, { props: { tone: 'red', text: '重大' } })
    expect(wrapper.text()).toBe('重大')
    expect(wrapper.classes()).toContain('red')
  })
})

describe('a deadline', () => {
  const due = '2026-03-10T09:00:00Z'
  const at = (instant: string) => Date.parse(instant)

  it('is in time, near, breached or done', () => {
    expect(deadlineState({ dueAt: due }, at('2026-03-09T08:59:00Z'))).toBe('in-time')
    expect(deadlineState({ dueAt: due }, at('2026-03-09T09:00:00Z'))).toBe('near')
    expect(deadlineState({ dueAt: due, nearAt: '2026-03-01T00:00:00Z' }, at('2026-03-02T00:00:00Z'))).toBe('near')
    expect(deadlineState({ dueAt: due }, at(due))).toBe('near')
    expect(deadlineState({ dueAt: due }, at(due) + 1)).toBe('breached')
    expect(deadlineState({ dueAt: due, doneAt: due }, at('2027-01-01T00:00:00Z'))).toBe('done-in-time')
    expect(deadlineState({ dueAt: due, doneAt: '2026-03-10T09:00:01Z' }, at(due))).toBe('done-late')
  })

  it('counts in the largest unit that fits', () => {
    expect(remaining(due, at('2026-03-08T09:00:00Z'))).toEqual({ unit: 'days', count: 2 })
    expect(remaining(due, at('2026-03-08T09:00:01Z'))).toEqual({ unit: 'hours', count: 47 })
    expect(remaining(due, at('2026-03-10T09:30:00Z'))).toEqual({ unit: 'minutes', count: 30 })
  })

  it('is worded, moves with the clock, and may be missing', async () => {
    vi.useFakeTimers({ now: at('2026-03-10T08:59:50Z') })
    const { wrapper } = await mountInApp(DeadlineTag, { props: { dueAt: due } })
    expect(wrapper.text()).toBe('临期，剩 0 分钟')
    expect(wrapper.attributes('title')).toBe('截止 2026-03-10 17:00')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(wrapper.text()).toContain('逾期')
    await wrapper.setProps({ dueAt: null })
    expect(wrapper.text()).toBe('无时限')
  })
})

describe('TimelineList', () => {
  it('keeps the order given and tells who and when', async () => {
    const entries = [
      { id: '2', at: '2026-03-02T02:00:00Z', title: '派单', actor: '陈岚', text: '三日内完成' },
      { id: '1', at: '2026-03-01T02:00:00Z', title: '上报', actor: null },
    ]
    const { wrapper } = await mountInApp(TimelineList, { props: { entries, label: '办理过程' } })
    expect(wrapper.findAll('li').map((li) => li.get('.title').text())).toEqual(['派单', '上报'])
    expect(wrapper.get('li').text()).toContain('陈岚')
    expect(wrapper.get('time').text()).toBe('2026-03-02 10:00')
  })
})
