import type { Page, Route } from '@playwright/test'

const FAR_FUTURE = '2099-01-01T00:00:00Z'

export const CLERK = {
  account: { id: '0197a000-0000-7000-8000-000000000001', login: 'chenlan', name: '陈岚', locale: 'zh-CN', mustChangePassword: false, totpEnabled: false },
  permissions: [] as string[],
  areas: [{ key: '3201130070000000000', name: '仙林街道' }],
}

type Session = typeof CLERK

interface StandIn {
  /** Signed in from the start. */
  session?: Session | null
  setupRequired?: boolean
  /** Further answers by path, e.g. `{ '/api/units': { items: [] } }`. */
  answers?: Record<string, unknown>
}

function problem(route: Route, status: number, type: string, members: object = {}): Promise<void> {
  return route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: { 'X-Trace-Id': '4f2a9c' },
    body: JSON.stringify({ type, status, title: type, ...members }),
  })
}

/**
 * Answers /api in the server's place, for journeys through the shell alone. Password `correct horse` signs in, login
 * `locked` is locked, login `second` needs the code 123456.
 */
export async function standInForServer(page: Page, { session = null, setupRequired = false, answers = {} }: StandIn): Promise<void> {
  let current: Session | null = session
  await page.route(/^[^?]*\/api\//, async (route) => {
    const { pathname } = new URL(route.request().url())
    const method = route.request().method()
    const body = (route.request().postDataJSON() ?? {}) as Record<string, string>
    if (method !== 'GET' && !route.request().headers()['x-xsrf-token']) return problem(route, 403, '/problems/identity/csrf')
    if (pathname === '/api/setup') {
      if (method === 'GET') return route.fulfill({ json: { required: setupRequired } })
      return body['token'] === 'right' ? route.fulfill({ status: 201, json: {} }) : problem(route, 422, '/problems/identity/bad-setup-token')
    }
    if (pathname === '/api/session' && method === 'POST') {
      if (body['login'] === 'locked') return problem(route, 423, '/problems/identity/locked', { retryAt: FAR_FUTURE })
      if (body['login'] === 'second' && body['totp'] !== '123456') return problem(route, 401, '/problems/identity/totp-required')
      if (body['password'] !== 'correct horse') return problem(route, 401, '/problems/identity/bad-credentials')
      current = session ?? CLERK
      return route.fulfill({ json: current })
    }
    if (pathname === '/api/session' && method === 'DELETE') {
      current = null
      return route.fulfill({ status: 204 })
    }
    const headers = { 'Set-Cookie': 'XSRF-TOKEN=token; Path=/' }
    if (current === null) {
      return route.fulfill({ status: 401, headers, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', status: 401 }) })
    }
    if (pathname === '/api/session') return route.fulfill({ headers, json: current })
    if (pathname === '/api/notifications/summary') return route.fulfill({ json: { unread: 0, mostCounted: 100, newest: [] } })
    if (pathname in answers) return route.fulfill({ json: answers[pathname] })
    return problem(route, 404, 'about:blank')
  })
}
