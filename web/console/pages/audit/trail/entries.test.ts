import { stubFetch } from '@shared/testing/stubFetch'
import { i18n } from '@shared/i18n/index'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../locales/zh-CN.json'
import { factLines, factsText, listEntries, subjectLink, subjectWord } from './entries'

/** As the modules word them. */
const hazards = { state: { CLOSED: '已销号' }, grade: { MAJOR: '重大隐患' } }
const campaigns = { decisions: { ACCEPTED: '已采纳' }, kinds: { STAGE: '阶段' } }
const ID = '019e480b-e680-7235-96fb-1222af255220'

beforeAll(() => {
  const { permissions, ...audit } = words
  i18n.global.mergeLocaleMessage('zh-CN', { audit, hazards, campaigns, permissions })
})

describe('the facts of an entry', () => {
  it('have names in words where there are any, and their own where not', () => {
    expect(factLines({ reason: '离职', gridNo: 3 })).toEqual([
      ['理由', '离职'],
      ['gridNo', '3'],
    ])
  })

  it('name permissions in words', () => {
    expect(factLines({ added: ['audit.view', 'thing.unknown'] })).toEqual([['增加', '查看审计日志、thing.unknown']])
  })

  it('have their values in words, and what has none as it is', () => {
    expect(factLines({ state: 'CLOSED', grade: 'MAJOR', decision: 'ACCEPTED', kind: 'ALL', added: 'STAGE', every: 'P3M', inTime: false, factor: 'code' })).toEqual([
      ['状态', '已销号'],
      ['等级', '重大隐患'],
      ['决定', '已采纳'],
      ['类别', '全部'],
      ['增加', '阶段'],
      ['频次', '每季度'],
      ['按期', '否'],
      ['验证项', '动态码'],
    ])
    expect(factLines({ state: 'NEVER_HEARD_OF' })).toEqual([['状态', 'NEVER_HEARD_OF']])
  })

  it('have sizes, kinds of files, instants, pictures and roles as people say them', () => {
    const facts = { size: 3584, mediaType: 'image/jpeg', dueAt: '2026-11-06T15:59:59.999Z', photosAfter: [ID, ID], role: 'auditor', names: { 'zh-CN': '督导员' } }
    expect(factLines(facts, (code) => (code === 'auditor' ? '审计员' : code)).map(([, value]) => value)).toEqual([
      '3.5 KB',
      'JPEG 图片',
      '2026-11-06 23:59',
      '2 张',
      '审计员',
      '督导员',
    ])
  })

  it('in one line leave out what only machines read', () => {
    expect(factsText({ state: 'CLOSED', number: '2026-000304', unitId: ID, sha256: '9d7c', photosBefore: [], note: '' })).toBe('编号：2026-000304；状态：已销号')
  })
})

describe('what an entry is about', () => {
  it('is named and opens its page where it has one', () => {
    expect(subjectWord('hazard')).toBe('隐患')
    expect(subjectLink({ subjectKind: 'hazard', subjectId: ID })).toBe(`/hazards/${ID}`)
    expect(subjectLink({ subjectKind: 'hazard', subjectId: 'ledger' })).toBeNull()
    expect(subjectLink({ subjectKind: 'attachment', subjectId: ID })).toBeNull()
    expect(subjectWord('thing')).toBe('thing')
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
