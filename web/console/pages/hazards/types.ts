export const STATES = [
  'REPORTED',
  'CONFIRMED',
  'ASSIGNED',
  'SUBMITTED',
  'RETURNED',
  'HANDED_BACK',
  'HANDED_OVER',
  'FIXED_ON_SPOT',
  'REOPENED',
  'CLOSED',
  'LOOKED_BACK',
  'REJECTED',
  'DUPLICATE',
] as const
export type State = (typeof STATES)[number]

export const GRADES = ['GENERAL', 'MAJOR'] as const
export type Grade = (typeof GRADES)[number]

export const SOURCES = ['PATROL', 'CHECK', 'SELF_CHECK', 'RESIDENT', 'CAMPAIGN', 'SUPERIOR'] as const
export type Source = (typeof SOURCES)[number]

export const WAITING = ['CONFIRM', 'ASSIGN', 'RECTIFY', 'REINSPECT'] as const
export type Waiting = (typeof WAITING)[number]

export const CLOCK_STATES = ['BREACHED', 'NEAR', 'IN_TIME'] as const
type ClockState = (typeof CLOCK_STATES)[number]

export interface Row {
  id: string
  number: string
  description: string
  domain: string
  grade: Grade
  source: Source
  state: State
  areaKey: string
  areaName: string | null
  unitId: string | null
  unitName: string | null
  objectId: string | null
  objectName: string | null
  place: string | null
  reporterName: string
  reportedAt: string
  clock: { kind: Waiting; nearAt: string; dueAt: string; state: ClockState } | null
  dueAt: string | null
  fixedOnSpot: boolean
  version: number
}

export interface Domain {
  code: string
  name: { 'zh-CN': string; 'zh-Hant': string; en: string }
  description: string
}

export interface Elements {
  measure: string | null
  responsibleId: string | null
  responsibleName: string | null
  fundingNeeded: boolean | null
  fundingAmount: number | null
  fundingSource: string | null
  dueAt: string | null
  contingency: string | null
  missing: ('measure' | 'responsible' | 'funding' | 'deadline' | 'contingency')[]
}

export interface Photo {
  id: string
  role: 'before' | 'after' | 'reinspection'
  name: string
  mediaType: string
  picture: boolean
}

export interface Step {
  seq: number
  at: string
  actorId: string | null
  actorName: string
  action: string
  from: State | null
  to: State
  facts: Record<string, unknown>
}

export type FieldKind = 'TEXT' | 'LONG_TEXT' | 'GRADE' | 'UNIT' | 'PERSON' | 'FUNDING' | 'DATE' | 'PICTURES' | 'HAZARD'

export interface OfferField {
  name: string
  kind: FieldKind
  required: boolean
  value: unknown
  first: string | null
  last: string | null
}

export interface Offer {
  action: string
  fields: OfferField[]
}

export interface Course {
  confirmedAt: string | null
  assignedAt: string | null
  submittedAt: string | null
  closedAt: string | null
  closedInTime: boolean | null
  returned: number
  handedBack: number
  handedOver: number
  reopened: number
}

export interface View {
  hazard: Row
  areaPath: string
  sourceId: string | null
  duplicateOf: string | null
  duplicateOfNumber: string | null
  elements: Elements
  course: Course
  photos: Photo[]
  timeline: Step[]
  offers: Offer[]
}

export interface WaitingWork {
  kind: Waiting
  count: number
  more: boolean
  near: number
  breached: number
  first: Row[]
}
