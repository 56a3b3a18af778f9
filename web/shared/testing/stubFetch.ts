import { vi } from 'vitest'

type Answer = Response | Error | ((request: Request) => Response | Promise<Response>)

/** Puts answers in the server's place, in order; the last one repeats. Returns the requests that came. */
export function stubFetch(...answers: Answer[]): Request[] {
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(typeof input === 'string' ? new URL(input, window.location.origin) : input, init)
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError('no answer')
    return typeof answer === 'function' ? answer(request) : answer.clone()
  })
  return requests
}

export function problemResponse(status: number, type: string, members: object = {}): Response {
  return new Response(JSON.stringify({ type, status, title: 'refused', ...members }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}
