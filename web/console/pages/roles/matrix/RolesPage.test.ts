import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { problemResponse, stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../locales/zh-CN.json'
import RolesPage from './RolesPage.vue'

const ROLE = {
  id: '0198aaaa-0000-7000-8000-000000000001',
  code: 'auditor',
  names: { 'zh-CN': '审计员', 'zh-Hant': '審計員', en: 'Auditor' },
  builtIn: true,
  version: 3,
  permissions: ['audit.view'],
  holders: 2,
}
const PERMISSIONS = [
  { permission: 'audit.view', module: 'audit' },
  { permission: 'role.manage', module: 'identity' },
]

const asJson = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
const server = (request: Request) => asJson(request.url.endsWith('/api/roles') ? [ROLE] : PERMISSIONS)
const manager = { ...CLERK, permissions: ['role.view', 'role.manage'] }

beforeAll(() => {
  const { problems, ...roles } = words
  i18n.global.mergeLocaleMessage('zh-CN', { roles, problems, permissions: { 'audit.view': '查看审计日志' }, modules: { audit: '审计' } })
})

describe('the matrix of roles', () => {
  it('marks exactly what a role holds and names permissions in words', async () => {
    stubFetch(server)
    const { wrapper } = await mountInApp(RolesPage, { session: manager })
    await flushPromises()

    const rows = wrapper.findAll('tbody tr').filter((row) => row.find('td').exists())
    expect(rows.map((row) => [row.find('th').text(), row.find('td').text()])).toEqual([
      ['查看审计日志', '✓'],
      ['role.manage', ''],
    ])
    expect(wrapper.text()).toContain('2 人')
  })

  it('offers no change to those who may only look', async () => {
    stubFetch(server)
    const { wrapper } = await mountInApp(RolesPage, { session: { ...CLERK, permissions: ['role.view'] } })
    await flushPromises()

    expect(wrapper.findAll('button')).toHaveLength(0)
  })

  it('says why there is nothing to see', async () => {
    stubFetch(problemResponse(403, '/problems/shared/forbidden'))
    const { wrapper } = await mountInApp(RolesPage, { session: manager })
    await flushPromises()

    expect(wrapper.find('[role=alert]').text()).toContain('没有权限')
  })
})
