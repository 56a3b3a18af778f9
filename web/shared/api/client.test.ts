import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemResponse, stubFetch } from '../testing/stubFetch'
import { address, api, configureApi, json } from './client'
import { NetworkFailure } from './problem'

const unauthenticated = vi.fn()

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=a%2Bb; path=/'
  unauthenticated.mockClear()
  configureApi({ language: () => 'zh-Hant', unauthenticated })
})

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; path=/; max-age=0'
})

describe('requests', () => {
  it('carry the language, and the token only when they change something', async () => {
    const requests = stubFetch(Response.json({}))
    await json('/api/hazards')
    await json('/api/hazards', { method: 'POST', body: { a: 1 } })
    expect(requests.map((one) => one.headers.get('Accept-Language'))).toEqual(['zh-Hant', 'zh-Hant'])
    expect(requests.map((one) => one.headers.get('X-XSRF-TOKEN'))).toEqual([null, 'a+b'])
    expect(await requests[1]?.json()).toEqual({ a: 1 })
  })

  it('ask for a token first when the browser has none', async () => {
    document.cookie = 'XSRF-TOKEN=; path=/; max-age=0'
    const requests = stubFetch((request) => {
      if (request.method === 'GET') document.cookie = 'XSRF-TOKEN=fresh; path=/'
      return new Response(null, { status: request.method === 'GET' ? 401 : 204 })
    })
    await json('/api/hazards/1', { method: 'DELETE' })
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'DELETE'])
    expect(requests[1]?.headers.get('X-XSRF-TOKEN')).toBe('fresh')
    expect(unauthenticated).not.toHaveBeenCalled()
  })

  it('take an answer without words', async () => {
    stubFetch(new Response(null, { status: 201 }))
    await expect(json('/api/documents', { method: 'POST', body: {} })).resolves.toBeUndefined()
  })

  it('leave out what is empty and repeat what is many', () => {
    const { search } = new URL(address('/api/x', { q: '', area: null, state: ['a', 'b'], overdue: false, limit: 50 }))
    expect(search).toBe('?state=a&state=b&overdue=false&limit=50')
  })
})

describe('refusals', () => {
  it('are thrown with their type, members and fields', async () => {
    stubFetch(problemResponse(409, 'https://anshe.org/problems/hazard/stale', { by: '周敏', errors: [{ pointer: '/a', code: 'taken' }, 7], traceId: 't1' }))
    await expect(json('/api/hazards/1')).rejects.toMatchObject({
      type: '/problems/hazard/stale',
      status: 409,
      members: { by: '周敏' },
      errors: [{ pointer: '/a', code: 'taken' }],
      traceId: 't1',
    })
  })

  it('without a problem document keep their status and the trace id of the header', async () => {
    stubFetch(new Response('<html>', { status: 502, headers: { 'X-Trace-Id': 't2' } }))
    await expect(api.GET('/api/setup')).rejects.toMatchObject({ type: 'about:blank', status: 502, traceId: 't2' })
  })

  it('of an ended session lead to the login page, those of the session itself do not', async () => {
    stubFetch(problemResponse(401, 'about:blank'))
    await expect(api.GET('/api/session')).rejects.toMatchObject({ status: 401 })
    expect(unauthenticated).not.toHaveBeenCalled()
    await expect(json('/api/hazards')).rejects.toMatchObject({ status: 401 })
    expect(unauthenticated).toHaveBeenCalledOnce()
  })

  it('of a password given do not end the session', async () => {
    stubFetch(problemResponse(401, '/problems/identity/bad-credentials'))
    await expect(json('/api/account/password', { method: 'POST' })).rejects.toMatchObject({ status: 401 })
    expect(unauthenticated).not.toHaveBeenCalled()
  })
})

describe('a broken connection', () => {
  it('is told apart from a refusal', async () => {
    stubFetch(new TypeError('failed to fetch'))
    await expect(json('/api/hazards')).rejects.toEqual(new NetworkFailure(false))
  })

  it('is assumed when a reading request gets no answer in time', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', (request: Request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new Error('aborted')))))
    const asked = expect(json('/api/hazards')).rejects.toMatchObject({ timedOut: true })
    await vi.advanceTimersByTimeAsync(30_000)
    await asked
  })

  it('is not what a cancelled request is called', async () => {
    const stop = new AbortController()
    vi.stubGlobal('fetch', (request: Request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new DOMException('x', 'AbortError')))))
    const asked = expect(json('/api/hazards', { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await new Promise((resolve) => setTimeout(resolve))
    stop.abort()
    await asked
  })
})
