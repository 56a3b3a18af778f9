import { json, type KeysetPage, type Query } from '@shared/api/client'
import type { Tone } from '@shared/components/tone'
import type { State } from '../types'

export const WARNING_STATES = ['PROPOSED', 'WARNED', 'ANSWERED', 'LIFTED', 'DISMISSED'] as const
export type WarningState = (typeof WARNING_STATES)[number]

export const WARNING_KINDS = ['MAJOR', 'REPEATED', 'RETURNED', 'OVERDUE'] as const
type WarningKind = (typeof WARNING_KINDS)[number]

/** Yellow waits for somebody, red is in force, green is settled. */
export const WARNING_TONES: Record<WarningState, Tone> = { PROPOSED: 'yellow', WARNED: 'red', ANSWERED: 'blue', LIFTED: 'green', DISMISSED: 'grey' }

interface Said {
  words: string
  at: string
  name: string
}

export interface Warning {
  id: string
  unitId: string
  area: string
  rule: { kind: WarningKind; least: number; days: number }
  raisedAt: string
  state: WarningState
  version: number
  told: { demand: string; answerBy: string | null; at: string; name: string } | null
  answered: Said | null
  ended: Said | null
}

export interface WarningRow {
  warning: Warning
  unit: string | null
  area: string | null
}

export const WARNING_STEPS = ['warn', 'dismiss', 'answer', 'lift'] as const
export type WarningStep = (typeof WARNING_STEPS)[number]

export interface WarningView {
  row: WarningRow
  hazards: { id: string; number: string; description: string; state: State }[]
  offers: WarningStep[]
}

const WARNINGS = '/api/hazard-warnings'

export const listWarnings = (query: Query, signal?: AbortSignal) => json<KeysetPage<WarningRow>>(WARNINGS, { query, signal })
export const getWarning = (id: string) => json<WarningView>(`${WARNINGS}/${id}`)

/** What each step calls its words. */
const WORDS: Record<WarningStep, string> = { warn: 'demand', dismiss: 'reason', answer: 'measures', lift: 'reason' }
export const wordsOf = (step: WarningStep) => WORDS[step]

export function takeWarningStep(warning: Warning, step: WarningStep, words: string, answerBy: string | null): Promise<undefined> {
  const body = { version: warning.version, [WORDS[step]]: words.trim(), ...(step === 'warn' ? { answerBy: answerBy || null } : {}) }
  return json(`${WARNINGS}/${warning.id}/${step}`, { method: 'POST', body })
}
