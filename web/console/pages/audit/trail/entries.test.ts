import { stubFetch } from '@shared/testing/stubFetch'
import { i18n } from '@shared/i18n/index'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../locales/zh-CN.json'
import { factLines, listEntries } from './entries'

beforeAll(() => {
  const { permissions, ...audit } = words
  i18n.global.mergeLocaleMessage('zh-CN', { audit, permissions })
})

describe('the facts of an entry', () => {
  it('have names in words where there are any, and their own where not', () => {
    expect(factLines({ reason: '离职', gridNo: 3 })).toEqual([
      ['理由', '离职'],
      ['gridNo', '3'],
    ])
  })

  it('name permissions in words', () => {
    expect(factLines({ added: ['audit.view', 'thing.unknown'] })).toEqual([['增加', '查看审计日志, thing.unknown']])
  })
})

describe('the days of the filter', () => {
  it('are days in office time, both included', async () => {
    const requests = stubFetch(new Response('{"items":[],"next":null,"total":null}'))

    await listEntries({ subjectId: '', action: '', actorId: '', from: '2026-06-01', to: '2026-06-01' }, null, 50, new AbortController().signal)

    const query = new URL(requests[0]?.url ?? '').searchParams
    expect(query.get('from')).toBe('2026-05-31T16:00:00.000Z')
    expect(query.get('before')).toBe('2026-06-01T16:00:00.000Z')
    expect(query.has('actorId')).toBe(false)
  })
})
