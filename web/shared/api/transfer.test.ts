import { describe, expect, it, vi } from 'vitest'
import { problemResponse, stubFetch } from '../testing/stubFetch'
import { listen } from './events'
import { download } from './transfer'

describe('download', () => {
  async function nameOf(disposition: string | null): Promise<string> {
    stubFetch(new Response('x', { headers: disposition === null ? {} : { 'Content-Disposition': disposition } }))
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download)
    })
    await download('/api/hazards/export', '隐患.xlsx')
    return clicked[0] ?? ''
  }

  it('takes the name the server gives, Chinese included, else the one at hand', async () => {
    expect(await nameOf("attachment; filename=a.xlsx; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx")).toBe('台账.xlsx')
    expect(await nameOf('attachment; filename="ledger.xlsx"')).toBe('ledger.xlsx')
    expect(await nameOf(null)).toBe('隐患.xlsx')
  })

  it('throws a refusal instead of saving it', async () => {
    stubFetch(problemResponse(403, 'about:blank'))
    await expect(download('/api/hazards/export', 'x')).rejects.toMatchObject({ status: 403 })
  })
})

describe('listen', () => {
  class Source extends EventTarget {
    static last: Source
    closed = false
    onopen = () => undefined
    onerror = () => undefined
    constructor(readonly url: string) {
      super()
      Source.last = this
    }
    close(): void {
      this.closed = true
    }
  }

  it('hands over events by name, tells of interruptions, and ends', () => {
    vi.stubGlobal('EventSource', Source)
    const seen: unknown[] = []
    const stop = listen('/api/jobs/1/events', ['progress'], {
      query: { from: 3 },
      onEvent: (name, data) => seen.push([name, data]),
      onInterrupted: (interrupted) => seen.push(interrupted),
    })
    expect(Source.last.url).toMatch(/\/api\/jobs\/1\/events\?from=3$/)
    Source.last.dispatchEvent(new MessageEvent('progress', { data: '{"share":0.5}' }))
    Source.last.dispatchEvent(new MessageEvent('other', { data: '{}' }))
    Source.last.onerror()
    Source.last.onopen()
    expect(seen).toEqual([['progress', { share: 0.5 }], true, false])
    stop()
    expect(Source.last.closed).toBe(true)
  })
})
