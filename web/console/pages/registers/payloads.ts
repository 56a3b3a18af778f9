import type { FieldProblem } from '@shared/api/problem'
import type { Tone } from '@shared/components/tone'

/** A name in the languages of the interface. */
export type LocalText = Record<'zh-CN' | 'zh-Hant' | 'en', string>

export const FIELD_KINDS = [
  'text', 'number', 'integer', 'date', 'boolean', 'choice', 'phone', 'credit-code', 'area', 'unit',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export interface Choice {
  code: string
  names: LocalText
}

export interface FieldDefinition {
  code: string
  names: LocalText
  kind: FieldKind
  unit?: string
  required: boolean
  min?: number
  max?: number
  maxLength?: number
  pattern?: string
  choices?: Choice[]
  listed: boolean
  searched: boolean
  personal: boolean
  withdrawn: boolean
  help?: LocalText
  example?: string
}

export interface Condition {
  field: string
  op: string
  value?: unknown
}

export interface Hint {
  code: string
  tone: Extract<Tone, 'red' | 'orange' | 'yellow' | 'blue'>
  when: Condition[]
  text: LocalText
  source?: string
}

interface ClassRule {
  supervisionClass: number
  when: Condition[]
  text: LocalText
}

export interface TypeDefinition {
  names: LocalText
  icon: string
  fields: FieldDefinition[]
  hints: Hint[]
  classRules: ClassRule[]
}

export interface RegisterTypeRow {
  code: string
  version: number
  names: LocalText
  icon: string
  shipped: boolean
  retiredAt: string | null
  objects: number
}

export interface RegisterType {
  code: string
  version: number
  shipped: boolean
  retiredAt: string | null
  definition: TypeDefinition
}

export type FieldValue = string | number | boolean | null
export type FieldValueMap = Record<string, FieldValue>

export interface ObjectRow {
  id: string
  name: string
  area: string
  areaName: string | null
  unitName: string | null
  address: string | null
  supervisionClass: number | null
  contactName: string | null
  contactPhone: string | null
  fields: FieldValueMap
  registeredAt: string
  retiredAt: string | null
}

interface ProposedClass {
  supervisionClass: number
  reason: LocalText
}

/** What a person fills in about an object. */
export interface ObjectContent {
  name: string
  area: string | null
  unitId: string | null
  address: string | null
  longitude: number | null
  latitude: number | null
  contactName: string | null
  contactPhone: string | null
  fields: FieldValueMap
}

export interface ObjectDetail extends ObjectContent {
  id: string
  type: string
  version: number
  area: string
  areaPath: string
  unitName: string | null
  supervisionClass: number | null
  classSince: string | null
  proposedClass: ProposedClass | null
  hints: Hint[]
  registeredAt: string
  registeredBy: string
  importId: string | null
  retiredAt: string | null
  retiredReason: string | null
  mayEdit: boolean
  /** Whether data about persons are masked, and whether the reader may ask for them. */
  masked: boolean
  mayReveal: boolean
}

export interface ChangeEntry {
  version: number
  kind: 'CHANGED' | 'CLASSED' | 'RETIRED' | 'RESTORED' | 'MERGED'
  at: string
  byName: string
  changes: Record<string, { before: unknown; after: unknown }>
  reason: string | null
}

/** One object and its history, nothing masked. */
export interface RevealedObject {
  object: ObjectDetail
  changes: ChangeEntry[]
}

export interface Evaluation {
  errors: FieldProblem[]
  hints: Hint[]
  proposedClass: ProposedClass | null
}

export interface DuplicateCandidate {
  id: string
  name: string
  address: string | null
  reason: 'name' | 'credit-code'
}
