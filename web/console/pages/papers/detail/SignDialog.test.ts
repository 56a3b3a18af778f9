import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { problemResponse, stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../locales/zh-CN.json'
import type { Paper, Place } from '../papersApi'
import SignDialog from './SignDialog.vue'

const label = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const INSPECTORS: Place = { code: 'inspector', label: label('检查人员'), least: 2, mayRefuse: false }
const RECIPIENT: Place = { code: 'recipient', label: label('被检查单位'), least: 1, mayRefuse: true }
const PAPER = { id: '7', version: 3, values: { recipientPerson: '赵国平' }, signatures: [] as unknown[] } as unknown as Paper

beforeAll(() => {
  const { problems, ...papers } = words
  i18n.global.mergeLocaleMessage('zh-CN', { papers, problems })
})

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
})

async function open(place: Place) {
  const { wrapper } = await mountInApp(SignDialog, { props: { paper: PAPER, place: null }, session: CLERK })
  await wrapper.setProps({ place })
  await flushPromises()
  return wrapper
}

const confirm = () => document.querySelector('.el-dialog__footer .el-button--primary') as HTMLButtonElement
const inputs = () => [...document.querySelectorAll<HTMLInputElement>('.el-dialog .el-input__inner')]

async function choose(way: string): Promise<void> {
  const radio = [...document.querySelectorAll<HTMLElement>('.el-radio')].find((one) => one.textContent.includes(way))
  radio?.querySelector('input')?.click()
  await flushPromises()
}

async function write(input: HTMLInputElement | undefined, text: string): Promise<void> {
  if (!input) throw new Error('no such field')
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('taking a signature', () => {
  it('waits until something is drawn, and does not let the own side refuse', async () => {
    stubFetch(new Response(null, { status: 204 }))
    await open(INSPECTORS)
    expect(inputs()[0]?.value).toBe(CLERK.account.name)
    expect(confirm().disabled).toBe(true)
    expect(document.body.textContent).not.toContain('拒签')
  })

  it('leaves a line on the print for who signs by hand', async () => {
    const requests = stubFetch(new Response(null, { status: 204 }))
    const wrapper = await open(RECIPIENT)
    expect(inputs()[0]?.value).toBe('赵国平')
    await choose('打印后手签')
    confirm().click()
    await flushPromises()
    expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/papers/7/signatures')
    expect(await requests[0]?.json()).toMatchObject({ version: 3, place: 'recipient', name: '赵国平', way: 'ON_PAPER', witness: null, image: null })
    expect(wrapper.emitted('signed')).toHaveLength(1)
  })

  it('records a refusal only with its witness', async () => {
    const requests = stubFetch(new Response(null, { status: 204 }))
    await open(RECIPIENT)
    await choose('拒签')
    expect(confirm().disabled).toBe(true)
    await write(inputs()[1], '钱芳')
    confirm().click()
    await flushPromises()
    expect(await requests[0]?.json()).toMatchObject({ way: 'REFUSED', witness: '钱芳', image: null })
  })

  it('stays open when it is refused', async () => {
    stubFetch(problemResponse(409, '/problems/paper/wrong-state'))
    const wrapper = await open(RECIPIENT)
    await choose('打印后手签')
    confirm().click()
    await vi.waitFor(() => expect(document.body.textContent).toContain('文书当前的状态不允许这样做'))
    expect(wrapper.emitted('close')).toBeUndefined()
  })
})
