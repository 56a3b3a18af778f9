/** Institutional measures as the server answers them. */
import { json, type KeysetPage, type Query } from '@shared/api/client'
import type { Tone } from '@shared/components/tone'

export const KINDS = ['INSTITUTION', 'PROCEDURE', 'RULES', 'PLAN', 'STANDARD', 'OTHER'] as const
export const STATES = ['DRAFT', 'IN_FORCE', 'ABOLISHED', 'WITHDRAWN'] as const
export type MeasureKind = (typeof KINDS)[number]
export type MeasureState = (typeof STATES)[number]

export const TONES: Record<MeasureState, Tone> = { DRAFT: 'blue', IN_FORCE: 'green', ABOLISHED: 'grey', WITHDRAWN: 'grey' }

export interface MeasureRow {
  id: string
  title: string
  number: string | null
  kind: MeasureKind
  domain: string | null
  area: string
  areaName: string | null
  unitId: string
  unitName: string | null
  state: MeasureState
  revising: boolean
  issuedOn: string | null
  effectiveOn: string | null
  endedOn: string | null
  issued: number
  answers: number
  createdAt: string
}

export interface MeasureText {
  nth: number
  title: string
  body: string | null
  revises: string | null
  state: 'DRAFT' | 'ISSUED' | 'DROPPED'
  number: string | null
  issuedOn: string | null
  effectiveOn: string | null
  issuedAt: string | null
  issuedByName: string | null
  sha256: string | null
  documents: { id: string; fileName: string; size: number }[]
}

export interface Measure {
  measure: MeasureRow
  listId: string | null
  nthInForce: number | null
  nthDraft: number | null
  endReason: string | null
  createdByName: string
  version: number
  origin: Record<string, string>
  texts: MeasureText[]
  steps: { action: string; nth: number; words: string | null; at: string; byName: string }[]
  hazards: { id: string; number: string; description: string; state: string }[]
  mayDraft: boolean
  mayIssue: boolean
}

/** What a draft begins with: facts of a common problem, or nothing. */
export interface Beginning {
  title?: string
  domain?: string | null
  area?: string | null
  body?: string
  hazards?: string[]
  origin?: Record<string, string>
}

const MEASURES = '/api/measures'

export const listMeasures = (query: Query, signal: AbortSignal) => json<KeysetPage<MeasureRow>>(MEASURES, { query, signal })
export const getMeasure = (id: string) => json<Measure>(`${MEASURES}/${id}`)

/** Sends a change of a measure. */
export const sendMeasure = (method: 'POST' | 'PUT', path: string, body: unknown) => json<void>(`${MEASURES}${path}`, { method, body })
