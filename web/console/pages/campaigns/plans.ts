/** Plan documents and their review as the server answers them. */
import { json, type KeysetPage, type Query } from '@shared/api/client'
import type { Tone } from '@shared/components/tone'
import type { Paragraph } from './documentText'

export const KINDS = ['OUTLINE', 'STAGE', 'RESPONSIBILITY', 'DEADLINE', 'RECURRENCE', 'TARGET'] as const
export type Kind = (typeof KINDS)[number]
export type Decision = 'PENDING' | 'ACCEPTED' | 'REJECTED'
export type PlanState = 'READ' | 'CONFIRMED' | 'DISCARDED'
export type FindingData = Record<string, string | number | string[] | null>

export interface PlanRow {
  id: string
  title: string
  fileName: string
  area: string
  areaName: string | null
  state: PlanState
  uploadedAt: string
  uploadedByName: string
  settledAt: string | null
  settledByName: string | null
  pending: number
  accepted: number
  rejected: number
  campaignId: string | null
}

export interface Finding {
  id: string
  kind: Kind
  line: number
  start: number
  end: number
  /** As the reader read it; null when a person added it. */
  read: FindingData | null
  data: FindingData
  decision: Decision
  version: number
}

export interface Warning {
  kind: string
  line: number
  start: number
  end: number
  facts: Record<string, string>
}

export interface UnitName {
  name: string
  unitId: string | null
  unitName: string | null
  mapped: boolean
}

export interface Plan {
  document: PlanRow
  baseYear: number | null
  format: string
  originalFileId: string
  readAt: string
  readerVersion: string
  discardReason: string | null
  version: number
  paragraphs: Paragraph[]
  findings: Finding[]
  warnings: Warning[]
  units: UnitName[]
}

export interface Preview {
  startsOn: string | null
  endsOn: string | null
  stages: number
  topics: number
  tasks: number
  datedTasks: number
  duties: number
  targets: number
  pending: number
  unknownUnits: string[]
  linesWithoutYear: number[]
  linesWithOddPeriod: number[]
  linesReversed: number[]
}

export const PLAN_TONES: Record<PlanState, Tone> = { READ: 'yellow', CONFIRMED: 'green', DISCARDED: 'grey' }

const documents = '/api/plan-documents'

export const listPlans = (query: Query, signal: AbortSignal) => json<KeysetPage<PlanRow>>(documents, { query, signal })
export const getPlan = (id: string, signal: AbortSignal) => json<Plan>(`${documents}/${id}`, { signal })
export const getPreview = (id: string) => json<Preview>(`${documents}/${id}/preview`)
export const getUnits = (id: string) => json<UnitName[]>(`${documents}/${id}/units`)

/** Sends a change of a review. */
export const change = <T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown) =>
  json<T>(`${documents}${path}`, { method, body })
