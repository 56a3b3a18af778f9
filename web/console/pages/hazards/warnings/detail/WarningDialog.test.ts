import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { problemResponse, stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../../locales/zh-CN.json'
import type { Warning } from '../warnings'
import { courseOf } from './course'
import WarningDialog from './WarningDialog.vue'

beforeAll(() => {
  const { problems, ...hazards } = words
  i18n.global.mergeLocaleMessage('zh-CN', { hazards, problems })
})

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
})

const WARNING: Warning = {
  id: '7',
  unitId: 'u',
  area: '3201130070000000000',
  rule: { kind: 'REPEATED', least: 3, days: 90 },
  raisedAt: '2026-06-01T02:00:00Z',
  state: 'PROPOSED',
  version: 4,
  told: null,
  answered: null,
  ended: null,
}

async function press(): Promise<void> {
  document.querySelector<HTMLElement>('.el-dialog__footer .el-button--primary')?.click()
  await flushPromises()
}

async function write(text: string): Promise<void> {
  const field = document.querySelector('textarea') as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('a step of an early warning', () => {
  it('asks for its words, then sends them under their own name with the version seen', async () => {
    const requests = stubFetch(new Response(null, { status: 204 }))
    const { wrapper } = await mountInApp(WarningDialog, { props: { warning: WARNING, step: 'warn' }, session: CLERK })
    await flushPromises()
    await press()
    expect(requests).toHaveLength(0)
    await write('三日内清除')
    await press()
    expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/hazard-warnings/7/warn')
    expect(await requests[0]?.json()).toEqual({ version: 4, demand: '三日内清除', answerBy: null })
    expect(wrapper.emitted('taken')).toHaveLength(1)
  })

  it('keeps the words when it is refused', async () => {
    stubFetch(problemResponse(409, '/problems/hazard/not-independent'))
    const { wrapper } = await mountInApp(WarningDialog, { props: { warning: { ...WARNING, state: 'ANSWERED' }, step: 'lift' }, session: CLERK })
    await flushPromises()
    await write('措施落实')
    await press()
    await vi.waitFor(() => expect(document.body.textContent).toContain('您参与了整改'))
    expect((document.querySelector('textarea') as HTMLTextAreaElement).value).toBe('措施落实')
    expect(wrapper.emitted('taken')).toBeUndefined()
  })
})

describe('the course of an early warning', () => {
  it('tells the newest first, and how it ended', () => {
    const t = (key: string, values?: Record<string, unknown>) => `${key.split('.').pop()}${values ? JSON.stringify(values) : ''}`
    const said = { words: 'x', at: '2026-06-03T02:00:00Z', name: '陈岚' }
    const told = { demand: '清除', answerBy: '2026-06-04', at: '2026-06-02T02:00:00Z', name: '陈岚' }
    const entries = courseOf({ ...WARNING, state: 'LIFTED', told, answered: said, ended: said }, t)
    expect(entries.map(({ title }) => title)).toEqual(['lifted', 'answered', 'told', 'raised'])
    expect(entries[2]?.text).toBe('清除\nanswerBy{"day":"2026-06-04"}')
    expect(courseOf({ ...WARNING, state: 'DISMISSED', ended: said }, t)[0]?.title).toBe('dismissed')
  })
})
