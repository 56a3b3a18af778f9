import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../../locales/zh-CN.json'
import ObjectPage from './ObjectPage.vue'

const NAMES = { 'zh-CN': '九小场所', 'zh-Hant': '九小場所', en: 'Small premises' }
const OBJECT = {
  id: '0198aaaa-0000-7000-8000-000000000001',
  type: 'small-premises',
  version: 1,
  name: '小满杂货',
  area: '3201130070000000000',
  areaPath: '青石街道 / 桂园社区',
  unitId: null,
  unitName: null,
  address: '青石路 18 号',
  longitude: null,
  latitude: null,
  contactName: '陈**',
  contactPhone: '138****1234',
  fields: {},
  supervisionClass: null,
  classSince: null,
  proposedClass: null,
  hints: [],
  registeredAt: '2026-06-01T02:00:00Z',
  registeredBy: '周禾',
  importId: null,
  retiredAt: null,
  retiredReason: null,
  mayEdit: false,
  masked: true,
  mayReveal: true,
}
const change = (phone: string) => ({
  version: 1,
  kind: 'CHANGED',
  at: '2026-06-02T02:00:00Z',
  byName: '周禾',
  changes: { phone: { before: phone, after: null } },
  reason: null,
})
const TYPE = { code: 'small-premises', version: 1, definition: { names: NAMES, icon: '', fields: [], hints: [], classRules: [] } }

const asJson = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })

function server(mayReveal: boolean, asked: string[]) {
  return (request: Request) => {
    const { pathname } = new URL(request.url)
    asked.push(`${request.method} ${pathname}`)
    if (pathname.endsWith('/reveal')) {
      const object = { ...OBJECT, contactPhone: '13800001234', masked: false, mayReveal: false }
      return asJson({ object, changes: [change('13711112222')] })
    }
    if (pathname.endsWith('/changes')) return asJson([change('137****2222')])
    return asJson(pathname.includes('register-types') ? TYPE : { ...OBJECT, mayReveal })
  }
}

async function page(mayReveal: boolean) {
  const asked: string[] = []
  stubFetch(server(mayReveal, asked))
  const { wrapper } = await mountInApp(ObjectPage, { session: { ...CLERK, permissions: ['register.view'] } })
  await flushPromises()
  const button = () => wrapper.findAll('button').find((one) => one.text() === '查看完整信息')
  return { wrapper, asked, button }
}

beforeAll(() => i18n.global.mergeLocaleMessage('zh-CN', { registers: words }))

describe('data about persons on the page of an object', () => {
  it('stay masked until somebody asks for them', async () => {
    const { wrapper, asked, button } = await page(true)
    expect(wrapper.text()).toContain('138****1234')
    expect(asked.some((one) => one.startsWith('POST'))).toBe(false)

    await button()?.trigger('click')
    await flushPromises()

    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(1)
    expect(wrapper.text()).toContain('13800001234')
    expect(wrapper.text()).toContain('13711112222')
    expect(wrapper.text()).not.toContain('****')
    expect(button()).toBeUndefined()
  })

  it('are not offered to those who may not ask', async () => {
    const { wrapper, button } = await page(false)
    expect(wrapper.text()).toContain('个人信息已隐去')
    expect(button()).toBeUndefined()
  })
})
