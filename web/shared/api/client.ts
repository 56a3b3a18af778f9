/**
 * The one way to the server. Every request carries the session cookie, the CSRF token and the language of the
 * interface; every refusal is thrown as an {@link ApiProblem}, every broken connection as a {@link NetworkFailure}.
 */
import createClient from 'openapi-fetch'
import { NetworkFailure, problemOf, type ApiProblem } from './problem'
import type { paths } from './schema'

/** One step through a list. `total` is null when the server did not count. */
export interface KeysetPage<Item> {
  items: Item[]
  next: string | null
  total: number | null
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>

const READING = new Set(['GET', 'HEAD'])
const READING_TIMEOUT = 30_000
const SESSION = '/api/session'

const hooks = {
  language: () => 'zh-CN',
  unauthenticated: () => {
    /* set by the application */
  },
}

/** Tells the wrapper which language to ask for and what to do when the session has ended. */
export function configureApi(given: Partial<typeof hooks>): void {
  Object.assign(hooks, given)
}

function csrfCookie(): string | null {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return match?.[1] ? decodeURIComponent(match[1]) : null
}

/** Headers every request needs; asks the server for a CSRF token first when there is none yet. */
export async function requestHeaders(method: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'Accept-Language': hooks.language() }
  if (READING.has(method)) return headers
  if (csrfCookie() === null) await fetch(SESSION, { credentials: 'same-origin' }).catch(() => null)
  const token = csrfCookie()
  if (token !== null) headers['X-XSRF-TOKEN'] = token
  return headers
}

const CREDENTIALS = '/problems/identity/'

/** Sends the user to the login page, unless the refusal is itself about the session or about a password given. */
export function noticeRefusal(problem: ApiProblem, path: string): void {
  if (problem.status === 401 && path !== SESSION && !problem.type.startsWith(CREDENTIALS)) hooks.unauthenticated()
}

/** `fetch` with the manners described above. Resolves only with answers that succeeded. */
export async function apiFetch(input: Request): Promise<Response> {
  const headers = await requestHeaders(input.method)
  const timeout = new AbortController()
  const timer = READING.has(input.method) ? setTimeout(() => timeout.abort(), READING_TIMEOUT) : undefined
  input.signal.addEventListener('abort', () => timeout.abort(), { once: true })
  const request = new Request(input, { signal: timeout.signal, credentials: 'same-origin' })
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  let response: Response
  try {
    response = await fetch(request)
  } catch (cause) {
    if (input.signal.aborted) throw cause
    throw new NetworkFailure(timeout.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  noticeRefusal(problem, new URL(request.url).pathname)
  throw problem
}

/** Typed by the published OpenAPI document: `const { data } = await api.GET('/api/session')`. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: apiFetch })

/** Path and query as an address; empty, null and undefined values are left out, arrays repeat their name. */
export function address(path: string, query: Query = {}): string {
  const url = new URL(path, window.location.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
    for (const one of values) url.searchParams.append(name, one)
  }
  return url.toString()
}

interface JsonRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Query
  body?: unknown
  signal?: AbortSignal
}

/** For shared components whose endpoint is not in the OpenAPI document of every build; pages use {@link api}. */
export async function json<T>(path: string, { method = 'GET', query, body, signal }: JsonRequest = {}): Promise<T> {
  const request = new Request(address(path, query), {
    method,
    signal,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const response = await apiFetch(request)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}
