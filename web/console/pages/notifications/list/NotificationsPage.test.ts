import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../locales/zh-CN.json'
import NotificationsPage from './NotificationsPage.vue'

const NOTICE = {
  id: '0198aaaa-0000-7000-8000-000000000001',
  kind: 'hazard.reported',
  title: '隐患 2026-000123 待核实',
  body: '新上报的隐患，请核实是否属实并确定等级。',
  page: '/hazards/7',
  urgent: true,
  at: '2026-06-01T02:00:00Z',
  readAt: null,
}

function answer(request: Request): Response {
  const path = new URL(request.url).pathname
  if (path === '/api/notifications') return Response.json({ items: [NOTICE], next: null, total: null })
  if (path === '/api/notifications/summary') return Response.json({ unread: 1, mostCounted: 100, newest: [NOTICE] })
  if (path === '/api/notification-kinds') return Response.json({ mail: false, message: false, kinds: [{ kind: 'hazard.reported', name: '隐患待核实' }] })
  return Response.json({ count: 1 })
}

beforeAll(() => i18n.global.mergeLocaleMessage('zh-CN', { notifications: words }))

describe('the own notices', () => {
  it('opening one reads it and leads to its page', async () => {
    const requests = stubFetch(answer)
    const { wrapper, router } = await mountInApp(NotificationsPage, { session: CLERK })
    await flushPromises()

    const line = wrapper.get('button.notice')
    expect(line.text()).toContain('隐患 2026-000123 待核实')
    expect(line.text()).toContain('紧急')
    await line.trigger('click')
    await flushPromises()

    const read = requests.find((request) => new URL(request.url).pathname === '/api/notifications/read')
    expect(await read?.json()).toEqual({ ids: [NOTICE.id] })
    expect(router.currentRoute.value.path).toBe('/hazards/7')
  })

  it('marks all as read up to the newest that is shown', async () => {
    const requests = stubFetch(answer)
    const { wrapper } = await mountInApp(NotificationsPage, { session: CLERK })
    await flushPromises()

    await wrapper.findAll('button').find((button) => button.text() === '全部标为已读')?.trigger('click')
    await flushPromises()

    const read = requests.find((request) => new URL(request.url).pathname === '/api/notifications/read-all')
    expect(await read?.json()).toEqual({ upTo: NOTICE.at })
  })
})
