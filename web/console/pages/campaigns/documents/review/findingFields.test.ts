import { describe, expect, it } from 'vitest'
import { KINDS } from '../../plans'
import { beginning, FIELDS, lacksYear, typed, untyped } from './findingFields'

describe('the words of a finding', () => {
  it('come back as they went into the form', () => {
    const samples = {
      OUTLINE: { label: '（一）', level: 2, title: '清理楼道' },
      STAGE: { name: '动员', start: '2026-06', end: null },
      RESPONSIBILITY: { lead: ['安全办', '派出所'], cooperate: [] },
      DEADLINE: { date: '2026-07-31', what: '完成', recipient: null },
      RECURRENCE: { what: '例会', every: 'P1M', times: 1, at: null },
      TARGET: { metric: '安装率', op: '>=', value: 99.5, unit: '%', by: null },
    }
    for (const kind of KINDS) expect(untyped(kind, typed(kind, samples[kind]))).toEqual(samples[kind])
  })

  it('take names apart at every separator a person types', () => {
    expect(untyped('RESPONSIBILITY', { lead: '甲、乙，丙, 丁；', cooperate: '' })).toEqual({ lead: ['甲', '乙', '丙', '丁'], cooperate: [] })
  })

  it('keep an unreadable number as missing, not as 0', () => {
    expect(untyped('TARGET', { metric: 'x', op: '=', value: '约十', unit: '', by: '' })['value']).toBeNull()
    expect(untyped('TARGET', { metric: 'x', op: '=', value: '', unit: '', by: '' })['value']).toBeNull()
  })

  it('begin with what was selected and have every field', () => {
    for (const kind of KINDS) expect(Object.keys(beginning(kind, '每月一次')).sort()).toEqual(FIELDS[kind].map(({ name }) => name).sort())
  })

  it('tell a date without a year', () => {
    expect(lacksYear({ data: { name: 'x', start: null, end: '0000-11' } })).toBe(true)
    expect(lacksYear({ data: { name: 'x', start: '2026-11', end: null } })).toBe(false)
  })
})
