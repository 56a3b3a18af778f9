import { json, type KeysetPage, type Query } from '../api/client'
import type { Tone } from '../components/tone'

export const ACTION_KINDS = ['ENFORCEMENT', 'MEETING'] as const
export const ACTION_STATES = ['PLANNED', 'HELD', 'FEEDBACK_DUE', 'CONCLUDED', 'CANCELLED'] as const
export type ActionState = (typeof ACTION_STATES)[number]
export const ACTION_TONES: Record<ActionState, Tone> = { PLANNED: 'blue', HELD: 'yellow', FEEDBACK_DUE: 'orange', CONCLUDED: 'green', CANCELLED: 'grey' }

export const CASE_STATES = ['FOUND', 'TRANSFERRED', 'ACCEPTED', 'REFUSED', 'CONCLUDED'] as const
export type CaseState = (typeof CASE_STATES)[number]
export const CASE_TONES: Record<CaseState, Tone> = { FOUND: 'orange', TRANSFERRED: 'yellow', ACCEPTED: 'blue', REFUSED: 'red', CONCLUDED: 'green' }
export const CASE_OUTCOMES = ['WARNED', 'FINED', 'CONFISCATED', 'ORDERED_TO_STOP', 'CLOSED_DOWN', 'LICENCE_WITHDRAWN', 'TO_POLICE', 'TO_JUSTICE', 'NO_OFFENCE', 'OTHER'] as const

export interface ActionRow {
  id: string
  number: string
  kind: (typeof ACTION_KINDS)[number]
  title: string
  state: ActionState
  area: string
  areaName: string | null
  unitId: string
  unitName: string | null
  plannedFrom: string
  plannedTo: string
  heldOn: string | null
  units: number
  owing: number
}

export interface CaseRow {
  id: string
  number: string
  act: string
  domain: string
  party: string | null
  state: CaseState
  area: string
  areaName: string | null
  unitName: string | null
  toUnitName: string | null
  foundOn: string
  transfers: number
  concludedOn: string | null
  outcomes: (typeof CASE_OUTCOMES)[number][]
  fine: number | null
  exposedOn: string | null
  answer: { nearAt: string; dueAt: string } | null
}

export interface Course {
  id: string
  action: string
  at: string
  personName: string
  facts: Record<string, string>
}

export interface HazardEnforcement {
  cases: CaseRow[]
  actions: ActionRow[]
}

export interface Domain {
  code: string
  name: Record<string, string>
}

export const listActions = (query: Query, signal?: AbortSignal) => json<KeysetPage<ActionRow>>('/api/joint-actions', { query, signal })
export const listCases = (query: Query, signal?: AbortSignal) => json<KeysetPage<CaseRow>>('/api/illegal-cases', { query, signal })
export const enforcementOf = (hazard: string) => json<HazardEnforcement>(`/api/hazards/${hazard}/enforcement`)
export const listDomains = () => json<Domain[]>('/api/hazard-domains')
export const take = (record: string, step: string, body: Record<string, unknown>) => json<undefined>(`${record}/${step}`, { method: 'POST', body })
