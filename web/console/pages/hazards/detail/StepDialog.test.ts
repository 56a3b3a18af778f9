import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { problemResponse, stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import words from '../locales/zh-CN.json'
import type { Offer, Row } from '../types'
import StepDialog from './StepDialog.vue'

beforeAll(() => {
  const { problems, ...hazards } = words
  i18n.global.mergeLocaleMessage('zh-CN', { hazards, problems })
})

const HAZARD: Row = {
  id: '0197a000-0000-7000-8000-0000000000aa',
  number: '2026-000007',
  description: '楼道堆物',
  domain: 'fire',
  grade: 'GENERAL',
  source: 'PATROL',
  state: 'REPORTED',
  areaKey: '3201130070000000000',
  areaName: '仙林街道',
  unitId: null,
  unitName: null,
  objectId: null,
  objectName: null,
  place: null,
  reporterName: '陈岚',
  reportedAt: '2026-06-01T02:00:00Z',
  clock: null,
  pending: [],
  handledBy: 'COMMUNITY',
  dueAt: null,
  fixedOnSpot: false,
  version: 3,
}
const REJECT: Offer = {
  action: 'reject',
  fields: [{ name: 'reason', kind: 'LONG_TEXT', required: true, value: null, first: null, last: null, options: [] }],
}

const inDocument = (selector: string) => document.querySelector<HTMLElement>(selector)
const press = async () => {
  inDocument('.el-dialog__footer .el-button--primary')?.click()
  await flushPromises()
}

async function openDialog() {
  const mounted = await mountInApp(StepDialog, { props: { hazard: HAZARD, offer: REJECT }, session: CLERK })
  await flushPromises()
  return mounted
}

async function write(text: string): Promise<void> {
  const field = inDocument('textarea') as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('the dialog of a step', () => {
  it('asks for what is required before it sends anything', async () => {
    document.cookie = 'XSRF-TOKEN=t'
    const requests = stubFetch(new Response(null, { status: 204 }))
    await openDialog()
    await press()
    expect(requests).toHaveLength(0)
    await vi.waitFor(() => expect(document.body.textContent).toContain('请填写此项'))
  })

  it('sends the version it was decided on, and says that the step is taken', async () => {
    document.cookie = 'XSRF-TOKEN=t'
    const requests = stubFetch(new Response(null, { status: 204 }))
    const { wrapper } = await openDialog()
    await write('不是隐患')
    await press()
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([`/api/hazards/${HAZARD.id}/reject`])
    expect(await requests[0]?.json()).toEqual({ version: 3, reason: '不是隐患' })
    expect(wrapper.emitted('taken')).toHaveLength(1)
  })

  it('keeps the words and shows why when the step is refused', async () => {
    document.cookie = 'XSRF-TOKEN=t'
    stubFetch(problemResponse(409, '/problems/hazard/not-independent'))
    const { wrapper } = await openDialog()
    await write('不是隐患')
    await press()
    expect(document.body.textContent).toContain('您参与了整改')
    expect((inDocument('textarea') as HTMLTextAreaElement).value).toBe('不是隐患')
    expect(wrapper.emitted('taken')).toBeUndefined()
  })
})
