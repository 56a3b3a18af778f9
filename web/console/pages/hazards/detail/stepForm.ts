import type { StoredFile } from '@shared/components/fileDrop'
import type { Offer, OfferField } from '../types'

export interface PersonValue {
  id: string | null
  name: string
}

export interface FundingValue {
  needed: boolean | null
  amount: number | null
  source: string
}

export interface LimitValue {
  clock: string
  count: number | null
  unit: string
}

export interface JudgementValue {
  heldOn: string
  criteria: string[]
  judges: { name: string; standing: string }[]
  opinion: string
}

/** So many people judge together. */
export const FEWEST_JUDGES = 3

/** What one field of the form holds, by its kind. */
export type FieldValue = string | null | StoredFile[] | PersonValue | FundingValue | LimitValue | JudgementValue
export type StepForm = Record<string, FieldValue>

function startOf({ kind, value }: OfferField): FieldValue {
  switch (kind) {
    case 'PICTURES':
      return []
    case 'PERSON': {
      const person = value as PersonValue | null
      return { id: person?.id ?? null, name: person?.name ?? '' }
    }
    case 'FUNDING': {
      const funding = value as Partial<FundingValue> | null
      return { needed: funding?.needed ?? null, amount: funding?.amount ?? null, source: funding?.source ?? '' }
    }
    case 'LIMIT':
      return { clock: typeof value === 'string' ? value : 'RECTIFY', count: null, unit: 'WORKING_DAYS' }
    case 'JUDGEMENT':
      return { heldOn: '', criteria: [], judges: Array.from({ length: FEWEST_JUDGES }, () => ({ name: '', standing: '' })), opinion: '' }
    case 'UNIT':
    case 'HAZARD':
    case 'CHOICE':
      return typeof value === 'string' ? value : null
    case 'TEXT':
    case 'LONG_TEXT':
    case 'GRADE':
    case 'DATE':
      return typeof value === 'string' ? value : ''
  }
}

/** A form for what the server offers, filled with what stands there now. */
export function formOf(offer: Offer): StepForm {
  return Object.fromEntries(offer.fields.map((field) => [field.name, startOf(field)]))
}

export function isFilled(field: OfferField, value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (field.kind === 'LIMIT') return (value as LimitValue).count !== null
  if (field.kind === 'JUDGEMENT') return isJudged(value as JudgementValue)
  if (field.kind === 'PERSON') return (value as PersonValue).name.trim() !== ''
  const { needed, amount } = value as FundingValue
  return needed === false || (needed === true && amount !== null)
}

export function isJudged({ heldOn, judges, opinion }: JudgementValue): boolean {
  const names = new Set(judges.map(({ name }) => name.trim()).filter((name) => name !== ''))
  return heldOn !== '' && opinion.trim() !== '' && names.size >= FEWEST_JUDGES
}

/** A judgement is asked for where it is needed: to confirm a major hazard, or to judge the grade anew. */
export function isAsked(field: OfferField, form: StepForm): boolean {
  return field.kind !== 'JUDGEMENT' || field.required || form['grade'] === 'MAJOR'
}

/** Names of the fields without which the step would be refused; money that is needed must name its amount. */
export function missingIn(offer: Offer, form: StepForm): string[] {
  return offer.fields
    .filter((field) => {
      const value = form[field.name]
      const halfMoney = field.kind === 'FUNDING' && (value as FundingValue).needed === true && (value as FundingValue).amount === null
      const needed = field.required || (field.kind === 'JUDGEMENT' && isAsked(field, form))
      return halfMoney || (needed && !isFilled(field, value))
    })
    .map(({ name }) => name)
}

function bodyOf(field: OfferField, value: FieldValue | undefined): Record<string, unknown> {
  if (!isFilled(field, value)) return {}
  switch (field.kind) {
    case 'PICTURES':
      return { [field.name]: (value as StoredFile[]).map(({ id }) => id) }
    case 'PERSON': {
      const { id, name } = value as PersonValue
      return id === null ? { responsibleName: name.trim() } : { responsibleId: id }
    }
    case 'FUNDING': {
      const { needed, amount, source } = value as FundingValue
      return needed === true ? { fundingNeeded: true, fundingAmount: amount, fundingSource: source.trim() || null } : { fundingNeeded: false }
    }
    case 'LIMIT': {
      const { clock, count, unit } = value as LimitValue
      return { clock, count, unit }
    }
    case 'JUDGEMENT': {
      const { heldOn, criteria, judges, opinion } = value as JudgementValue
      const named = judges.filter(({ name }) => name.trim() !== '')
      return {
        [field.name]: {
          heldOn,
          criteria,
          judges: named.map(({ name, standing }) => ({ name: name.trim(), standing: standing.trim() || null })),
          opinion: opinion.trim(),
        },
      }
    }
    case 'UNIT':
    case 'HAZARD':
    case 'CHOICE':
    case 'TEXT':
    case 'LONG_TEXT':
    case 'GRADE':
    case 'DATE':
      return { [field.name]: typeof value === 'string' ? value.trim() : value }
  }
}

/** What is sent: the version it was decided on, and every field that says something. */
export function requestOf(offer: Offer, form: StepForm, version: number): Record<string, unknown> {
  const parts = offer.fields.filter((field) => isAsked(field, form)).map((field) => bodyOf(field, form[field.name]))
  return Object.assign({ version }, ...parts) as Record<string, unknown>
}

/** The field of the form to which a refused member of the request belongs. */
export function fieldOfMember(member: string): string {
  if (member.startsWith('judgement')) return 'judgement'
  if (member === 'clock' || member === 'count') return 'limit'
  if (member.startsWith('responsible')) return 'responsible'
  return member.startsWith('funding') ? 'funding' : member
}
