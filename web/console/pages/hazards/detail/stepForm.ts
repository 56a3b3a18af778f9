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

/** What one field of the form holds, by its kind. */
export type FieldValue = string | null | StoredFile[] | PersonValue | FundingValue
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
    case 'UNIT':
    case 'HAZARD':
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
  if (field.kind === 'PERSON') return (value as PersonValue).name.trim() !== ''
  const { needed, amount } = value as FundingValue
  return needed === false || (needed === true && amount !== null)
}

/** Names of the fields without which the step would be refused; money that is needed must name its amount. */
export function missingIn(offer: Offer, form: StepForm): string[] {
  return offer.fields
    .filter((field) => {
      const value = form[field.name]
      const halfMoney = field.kind === 'FUNDING' && (value as FundingValue).needed === true && (value as FundingValue).amount === null
      return halfMoney || (field.required && !isFilled(field, value))
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
    case 'UNIT':
    case 'HAZARD':
    case 'TEXT':
    case 'LONG_TEXT':
    case 'GRADE':
    case 'DATE':
      return { [field.name]: typeof value === 'string' ? value.trim() : value }
  }
}

/** What is sent: the version it was decided on, and every field that says something. */
export function requestOf(offer: Offer, form: StepForm, version: number): Record<string, unknown> {
  const parts = offer.fields.map((field) => bodyOf(field, form[field.name]))
  return Object.assign({ version }, ...parts) as Record<string, unknown>
}

/** The field of the form to which a refused member of the request belongs. */
export function fieldOfMember(member: string): string {
  if (member.startsWith('responsible')) return 'responsible'
  return member.startsWith('funding') ? 'funding' : member
}
