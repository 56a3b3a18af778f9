import { describe, expect, it } from 'vitest'
import type { Offer, OfferField } from '../types'
import { fieldOfMember, formOf, isAsked, missingIn, requestOf, type JudgementValue } from './stepForm'

const field = (name: string, kind: OfferField['kind'], required = false, value: unknown = null): OfferField => ({
  name,
  kind,
  required,
  value,
  first: null,
  last: null,
  options: [],
})

const ASSIGN: Offer = {
  action: 'assign',
  fields: [
    field('unitId', 'UNIT', true, 'u1'),
    field('deadline', 'DATE', false, '2026-06-10'),
    field('measure', 'LONG_TEXT', true),
    field('responsible', 'PERSON', true, { id: 'p1', name: '周师傅' }),
    field('funding', 'FUNDING', true),
    field('photos', 'PICTURES'),
  ],
}

describe('the form of a step', () => {
  it('starts with what stands there now', () => {
    const form = formOf(ASSIGN)
    expect(form).toMatchObject({ unitId: 'u1', deadline: '2026-06-10', measure: '', photos: [] })
    expect(form['responsible']).toEqual({ id: 'p1', name: '周师傅' })
    expect(form['funding']).toEqual({ needed: null, amount: null, source: '' })
  })

  it('names what is missing, and money without an amount even where money is optional', () => {
    const form = formOf(ASSIGN)
    expect(missingIn(ASSIGN, form)).toEqual(['measure', 'funding'])
    form['measure'] = ' 清理 '
    form['funding'] = { needed: false, amount: null, source: '' }
    expect(missingIn(ASSIGN, form)).toEqual([])
    const optional: Offer = { action: 'plan', fields: [field('funding', 'FUNDING')] }
    expect(missingIn(optional, { funding: { needed: true, amount: null, source: '' } })).toEqual(['funding'])
    expect(missingIn(optional, formOf(optional))).toEqual([])
  })

  it('sends the version and only what was said', () => {
    const form = formOf(ASSIGN)
    form['measure'] = ' 清理 '
    form['funding'] = { needed: true, amount: 300, source: ' ' }
    form['photos'] = [{ id: 'f1', name: 'a.jpg', size: 1 }]
    expect(requestOf(ASSIGN, form, 4)).toEqual({
      version: 4,
      unitId: 'u1',
      deadline: '2026-06-10',
      measure: '清理',
      responsibleId: 'p1',
      fundingNeeded: true,
      fundingAmount: 300,
      fundingSource: null,
      photos: ['f1'],
    })
  })

  it('sends a person without an account by name, and that no money is needed expressly', () => {
    const form = formOf(ASSIGN)
    form['responsible'] = { id: null, name: ' 店主 ' }
    form['funding'] = { needed: false, amount: 5, source: '自筹' }
    const request = requestOf(ASSIGN, form, 1)
    expect(request).toMatchObject({ responsibleName: '店主', fundingNeeded: false })
    expect(request).not.toHaveProperty('responsibleId')
    expect(request).not.toHaveProperty('fundingAmount')
  })

  it('finds the field a refused member belongs to', () => {
    expect(['fundingAmount', 'responsibleName', 'reason'].map(fieldOfMember)).toEqual(['funding', 'responsible', 'reason'])
  })
})

describe('a judgement', () => {
  const grade = field('grade', 'GRADE', true, 'GENERAL')
  const judgement = field('judgement', 'JUDGEMENT')
  const offer: Offer = { action: 'confirm', fields: [grade, judgement] }

  it('is asked for with a major hazard alone, and by three different people', () => {
    const form = formOf(offer)
    expect(isAsked(judgement, form)).toBe(false)
    expect(requestOf(offer, form, 1)).toEqual({ version: 1, grade: 'GENERAL' })
    form['grade'] = 'MAJOR'
    expect(missingIn(offer, form)).toEqual(['judgement'])
    const judged: JudgementValue = {
      heldOn: '2026-06-01',
      criteria: [],
      judges: ['甲', '乙', ' 甲 '].map((name) => ({ name, standing: '' })),
      opinion: '可能造成伤亡',
    }
    form['judgement'] = judged
    expect(missingIn(offer, form)).toEqual(['judgement'])
    form['judgement'] = { ...judged, judges: [...judged.judges, { name: '丙', standing: '注册安全工程师' }, { name: '', standing: '' }] }
    expect(missingIn(offer, form)).toEqual([])
    expect((requestOf(offer, form, 1)['judgement'] as { judges: unknown[] }).judges).toHaveLength(4)
  })

  it('takes a limit apart into the members of the request', () => {
    const limit: Offer = { action: 'set-limit', fields: [field('limit', 'LIMIT', true, 'RECTIFY')] }
    const form = formOf(limit)
    expect(missingIn(limit, form)).toEqual(['limit'])
    form['limit'] = { clock: 'RECTIFY', count: 0, unit: 'WORKING_DAYS' }
    expect(requestOf(limit, form, 2)).toEqual({ version: 2, clock: 'RECTIFY', count: 0, unit: 'WORKING_DAYS' })
  })
})
