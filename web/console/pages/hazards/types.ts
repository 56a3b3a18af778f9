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
export const LIMIT_UNITS = ['WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS'] as const

export type State = (typeof STATES)[number]

export const GRADES = ['GENERAL', 'MAJOR'] as const
export type Grade = (typeof GRADES)[number]

export const SOURCES = ['PATROL', 'CHECK', 'SELF_CHECK', 'RESIDENT', 'CAMPAIGN', 'SUPERIOR'] as const
export type Source = (typeof SOURCES)[number]

export const WAITING = ['CONFIRM', 'ASSIGN', 'RECTIFY', 'REINSPECT', 'LOOK_BACK'] as const
export type Waiting = (typeof WAITING)[number]

/** What waits for a person: the work of each clock, and the decision whose a disputed hazard is. */
export const WORK = [...WAITING, 'DECIDE_OWNER'] as const
type Work = (typeof WORK)[number]

export const CLOCK_STATES = ['BREACHED', 'NEAR', 'IN_TIME', 'PAUSED'] as const
type ClockState = (typeof CLOCK_STATES)[number]

export type Pending = 'EXTENSION' | 'HAND_OVER' | 'DISPUTE' | 'REPORT_UP' | 'ESCALATION' | 'MAJOR_REPORT' | 'LISTING'
export type Level = 'COMMUNITY' | 'STREET' | 'DISTRICT'

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
  clock: { kind: Waiting; since: string; nearAt: string; dueAt: string; pausedAt: string | null; state: ClockState } | null
  pending: Pending[]
  handledBy: Level
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

export type FieldKind = 'TEXT' | 'LONG_TEXT' | 'GRADE' | 'UNIT' | 'PERSON' | 'FUNDING' | 'DATE' | 'PICTURES' | 'HAZARD' | 'CHOICE' | 'LIMIT' | 'JUDGEMENT'

export interface OfferField {
  name: string
  kind: FieldKind
  required: boolean
  value: unknown
  first: string | null
  last: string | null
  /** What there is to choose; the code names the words. */
  options: { value: string; code: string }[]
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
  beside: Beside
  photos: Photo[]
  timeline: Step[]
  offers: Offer[]
}

export interface Extension {
  id: string
  nth: number
  oldDueAt: string
  askedUntil: string
  days: number
  reason: string
  level: string
  askedAt: string
  askedName: string
  answerDueAt: string
  state: 'PENDING' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'
  grantedUntil: string | null
  decidedAt: string | null
  decidedName: string | null
  note: string | null
}

export interface Handed {
  transfer: {
    id: string
    kind: 'HAND_OVER' | 'REPORT_UP'
    ends: { fromLevel: string | null; toLevel: string | null }
    reason: string
    offeredAt: string
    offeredName: string
    answerDueAt: string
    state: 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'DISPUTED' | 'DECIDED' | 'LAPSED'
    answeredAt: string | null
    answeredName: string | null
    answer: string | null
  }
  fromUnit: string | null
  toUnit: string | null
}

export interface Escalation {
  id: string
  clock: Waiting
  breached: string
  rung: number
  kind: string
  state: 'PROPOSED' | 'TAKEN' | 'DISMISSED' | 'LAPSED'
  reachedAt: string
  actedAt: string | null
  actedName: string | null
  note: string | null
  /** How many people were told; null before anybody was. */
  told: number | null
  paperId: string | null
  paperProblem: 'no-organ' | 'unknown-kind' | 'no-facts' | null
}

export interface Judgement {
  id: string
  heldOn: string
  criteria: string[]
  conclusion: Grade
  opinion: string
  at: string
  by: string
  judges: { name: string; standing: string | null }[]
}

export interface MajorReport {
  id: string
  authority: string
  reportedOn: string
  way: string | null
  causes: string
  degree: string
  plan: string
  at: string
  by: string
}

/** What ran or runs beside the loop; each list in the order of time. */
export interface Beside {
  basis: { source: 'HAZARD' | 'CATEGORY' | 'DEFAULT' | null; policyId: string | null; policy: string | null } | null
  extensions: Extension[]
  transfers: Handed[]
  escalations: Escalation[]
  judgements: Judgement[]
  majorReports: MajorReport[]
  listings: Listed[]
}

interface PublicNotice {
  words: string
  where: string | null
  at: string
}

/** A listed supervision with the longer terms that were asked for. */
export interface Listed {
  listing: {
    id: string
    filing: { authority: string; leader: string | null; termUntil: string; stopWork: string; stopScope: string | null; plan: string }
    state: 'FILED' | 'PUBLISHED' | 'VERIFYING' | 'DELISTED' | 'ENDED'
    filedAt: string
    published: PublicNotice | null
    verified: { words: string; name: string; at: string } | null
    ended: PublicNotice | null
  }
  clockSet: string | null
  terms: { id: string; oldUntil: string; askedUntil: string; reason: string; askedAt: string; askedName: string; state: string; note: string | null }[]
}

/** A standard by which hazards are judged to be major ones. */
export interface Standard {
  code: string
  name: LocalWords
  missing: LocalWords | null
  criteria: { code: string; clause: string; industry: string; direct: boolean; text: LocalWords }[]
}

export type LocalWords = Record<'zh-CN' | 'zh-Hant' | 'en', string>

/** An earlier hazard that a report may be the same as. */
export interface Similar {
  id: string
  number: string
  description: string
  place: string | null
  state: State
  reportedAt: string
  closedAt: string | null
  closed: boolean
  score: number
  reasons: ('OBJECT' | 'DOMAIN' | 'PLACE' | 'TEXT' | 'PHOTO')[]
}

export interface WaitingWork {
  kind: Work
  count: number
  more: boolean
  near: number
  breached: number
  first: Row[]
}
