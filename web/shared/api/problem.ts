/** One field of a request that the server refused. */
export interface FieldProblem {
  /** JSON pointer into the request body, e.g. `/address`. */
  pointer: string
  code: string
}

interface ProblemFacts {
  type: string
  status: number
  title: string
  members: Record<string, unknown>
  errors: FieldProblem[]
  traceId: string | null
}

/** A refusal by the server in the form of RFC 9457. Words for people come from `problemText`. */
export class ApiProblem extends Error {
  /** Path of the problem type, e.g. `/problems/hazard/not-yours`; `about:blank` when the server named none. */
  readonly type: string
  readonly status: number
  readonly title: string
  readonly members: Record<string, unknown>
  readonly errors: FieldProblem[]
  readonly traceId: string | null

  constructor(facts: ProblemFacts) {
    super(`${facts.status} ${facts.type}`)
    this.name = 'ApiProblem'
    this.type = facts.type
    this.status = facts.status
    this.title = facts.title
    this.members = facts.members
    this.errors = facts.errors
    this.traceId = facts.traceId
  }
}

/** The server was not reached: no connection, or no answer in time. The same request may be tried again. */
export class NetworkFailure extends Error {
  constructor(readonly timedOut: boolean) {
    super(timedOut ? 'no answer in time' : 'server not reached')
    this.name = 'NetworkFailure'
  }
}

const OWN_MEMBERS = new Set(['type', 'status', 'title', 'detail', 'instance', 'errors', 'traceId'])

function isFieldProblem(value: unknown): value is FieldProblem {
  const candidate = value as Partial<FieldProblem> | null
  return typeof candidate?.pointer === 'string' && typeof candidate.code === 'string'
}

function typePath(type: unknown): string {
  if (typeof type !== 'string' || type === '') return 'about:blank'
  return /^https?:/.test(type) ? new URL(type).pathname : type
}

/**
 * Reads a refusal.
 * @param body the parsed JSON body, or anything else when the answer was no problem document
 */
export function toProblem(status: number, body: unknown, traceHeader: string | null = null): ApiProblem {
  const facts = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const errors = Array.isArray(facts['errors']) ? facts['errors'].filter(isFieldProblem) : []
  return new ApiProblem({
    type: typePath(facts['type']),
    status,
    title: typeof facts['title'] === 'string' ? facts['title'] : '',
    members: Object.fromEntries(Object.entries(facts).filter(([name]) => !OWN_MEMBERS.has(name))),
    errors,
    traceId: typeof facts['traceId'] === 'string' ? facts['traceId'] : traceHeader,
  })
}

/** Reads the refusal out of an answer whatever its body is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  return toProblem(response.status, body, response.headers.get('X-Trace-Id'))
}
