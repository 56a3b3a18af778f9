import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import BulkBar from './BulkBar.vue'
import BulkDialog from './BulkDialog.vue'
import type { BulkRow } from './bulk'
import words from './locales/zh-CN.json'

beforeAll(() => {
  const { problems, ...hazards } = words
  i18n.global.mergeLocaleMessage('zh-CN', { hazards, problems })
})

const row = (id: string, state: BulkRow['state']): BulkRow => ({ id, number: `2026-${id}`, description: '楼道堆物', state, version: 3 })
const ROWS = [row('000001', 'SUBMITTED'), row('000002', 'SUBMITTED')]
const NOT_MINE = { type: '/problems/hazard/not-independent', status: 409 }
const answer = (...results: { id: string; problem: object | null }[]) => new Response(JSON.stringify(results), { headers: { 'Content-Type': 'application/json' } })

function button(text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('.el-dialog__footer button')].find((one) => one.textContent?.includes(text))
  if (!found) throw new Error(`no button ${text}`)
  return found
}

async function press(text: string): Promise<void> {
  button(text).click()
  await flushPromises()
}

describe('the dialog of a bulk step', () => {
  it('tells what was done and why the rest was refused, and tries only the refused ones again', async () => {
    document.cookie = 'XSRF-TOKEN=t'
    const requests = stubFetch(answer({ id: '000001', problem: null }, { id: '000002', problem: NOT_MINE }), answer({ id: '000002', problem: null }))
    const { wrapper } = await mountInApp(BulkDialog, { props: { step: 'close', rows: ROWS }, session: CLERK })
    await flushPromises()
    await press('销号')
    await vi.waitFor(() => expect(document.body.textContent).toContain('您参与了整改'))
    expect(document.body.textContent).toContain('未办成 1 条')
    expect(wrapper.emitted('taken'), 'the answer stays until it is read').toBeUndefined()
    await press('重试未办成的 1 条')
    expect(await requests[1]?.json()).toEqual({ items: [{ id: '000002', version: 3 }], note: null })
    expect(document.body.textContent).toContain('销号完成 2 条')
    expect(document.body.textContent).not.toContain('未办成')
    await press('完成')
    expect(wrapper.emitted('taken')).toEqual([[['000002', '000001']]])
  })

  it('does not assign without a unit', async () => {
    const requests = stubFetch(answer())
    await mountInApp(BulkDialog, { props: { step: 'assign', rows: [row('000001', 'CONFIRMED')] }, session: CLERK })
    await flushPromises()
    await press('交办')
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(0)
    await vi.waitFor(() => expect(document.body.textContent).toContain('请填写此项'))
  })
})

describe('the bar of bulk steps', () => {
  const session = { ...CLERK, permissions: ['hazard.confirm', 'hazard.close'] } as typeof CLERK

  it('offers the steps the person may take, with how many of the chosen have them', async () => {
    const { wrapper } = await mountInApp(BulkBar, { props: { rows: [...ROWS, row('000003', 'REPORTED'), row('000004', 'CONFIRMED')] }, session })
    expect(wrapper.findAll('button').map((one) => one.text())).toEqual(['核实（1）', '销号（2）'])
  })

  it('sends no more than 200 at once', async () => {
    const many = Array.from({ length: 201 }, (_, at) => row(String(at), 'SUBMITTED'))
    const { wrapper } = await mountInApp(BulkBar, { props: { rows: many }, session })
    expect(wrapper.find('button').attributes('disabled')).toBeDefined()
    expect(wrapper.text()).toContain('一次最多办理 200 条')
  })
})
