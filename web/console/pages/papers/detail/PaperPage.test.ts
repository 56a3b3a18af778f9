import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../locales/zh-CN.json'
import PaperPage from './PaperPage.vue'

const label = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const DRAFT = {
  id: '7', kind: 'order-to-rectify', kindName: label('责令限期整改指令书'), title: '', state: 'DRAFT', version: 3, number: null,
  organName: '青石街道办事处', organHasStamp: false, subjectKind: 'hazard', subjectId: '9', subjectName: '隐患 2026-000123',
  fields: [{ name: 'recipient', label: label('受文单位'), input: 'TEXT', required: true }], columns: [],
  values: { recipient: '青石饭店' } as Record<string, string>, rows: [],
  places: [{ code: 'inspector', label: label('检查人员'), least: 2, mayRefuse: false }],
  signatures: [], stamped: false, unsigned: ['inspector'], missing: [] as string[],
  createdAt: '2026-06-01T02:00:00Z', createdBy: '陈岚', issuedOn: null, issuedBy: null, token: null, pdfSha256: null, wordSha256: null,
  served: null, ended: null, offers: ['paper.draft', 'paper.sign', 'paper.issue'],
}

const answering = (paper: object) => (request: Request) =>
  Response.json(new URL(request.url).pathname.endsWith('/pages') ? { pages: [] } : paper)

async function show(paper: object) {
  const requests = stubFetch(answering(paper))
  const { wrapper } = await mountInApp(PaperPage, { session: CLERK })
  await flushPromises()
  const button = (text: string) => wrapper.findAll('button').find((one) => one.text() === text)
  return { wrapper, requests, button }
}

beforeAll(() => i18n.global.mergeLocaleMessage('zh-CN', { papers: words }))

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
})

describe('one paper', () => {
  it('is not issued before everybody has signed', async () => {
    const { button } = await show(DRAFT)
    expect(button('印发')?.attributes('disabled')).toBeDefined()
  })

  it('is not issued while something is missing, and the field says so', async () => {
    const { wrapper, button } = await show({ ...DRAFT, unsigned: [], missing: ['recipient'], values: {} })
    expect(button('印发')?.attributes('disabled')).toBeDefined()
    await vi.waitFor(() => expect(wrapper.text()).toContain('请填写此项'))
  })

  it('is issued once, after asking', async () => {
    const { button, requests } = await show({ ...DRAFT, state: 'SIGNED', unsigned: [] })
    await button('印发')?.trigger('click')
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(0)
    const sure = [...document.querySelectorAll<HTMLElement>('.el-dialog__footer .el-button--primary')].find((one) => one.textContent.includes('印发'))
    sure?.click()
    sure?.click()
    await flushPromises()
    expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)).toEqual(['/api/papers/7/issue'])
  })

  it('offers no pen to whoever may only look', async () => {
    const { wrapper, button } = await show({ ...DRAFT, offers: [] })
    expect(button('签名')).toBeUndefined()
    expect(button('印发')).toBeUndefined()
    expect(wrapper.find<HTMLInputElement>('input').element.disabled).toBe(true)
  })
})
