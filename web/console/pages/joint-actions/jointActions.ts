import { json } from '@shared/api/client'
import type { ActionRow, CaseRow, Course } from '@shared/enforcement/enforcement'

export const STEPS = ['hold', 'change', 'cancel', 'ask-feedback', 'conclude', 'add-finds'] as const
export type Step = (typeof STEPS)[number]

export interface UnitPart {
  unitId: string
  unitName: string | null
  answer: 'LEADING' | 'INVITED' | 'AGREED' | 'DECLINED'
  reason: string | null
  answeredName: string | null
  tookPart: boolean | null
  people: number | null
  peopleNames: string | null
  feedback: string | null
  feedbackAt: string | null
  feedbackName: string | null
  mine: boolean
  nearAt: string | null
  dueAt: string | null
}

export interface ActionView {
  row: ActionRow
  version: number
  plan: string | null
  summary: string | null
  feedbackDueOn: string | null
  conclusion: string | null
  missingReason: string | null
  cancelReason: string | null
  createdName: string
  createdAt: string
  units: UnitPart[]
  places: { objectId: string | null; name: string | null; words: string | null }[]
  hazards: { id: string; number: string; description: string; state: string }[]
  hazardCount: number
  cases: CaseRow[]
  files: { id: string; fileName: string; picture: boolean }[]
  timeline: Course[]
  offers: Step[]
}

export type WaitingKind = 'INVITATION' | 'FEEDBACK' | 'CASE_ANSWER' | 'CASE_HANDLING'

export interface Waiting {
  kind: WaitingKind
  count: number
  breached: number
  first: { id: string; title: string; nearAt: string | null; dueAt: string | null }[]
}

const ACTIONS = '/api/joint-actions'
export const recordOf = (id: string) => `${ACTIONS}/${id}`
export const getAction = (id: string) => json<ActionView>(recordOf(id))
export const getToDo = () => json<Waiting[]>('/api/enforcement/to-do')
export const planAction = (id: string, plan: unknown) => json<{ id: string }>(ACTIONS, { method: 'POST', body: { id, plan } })
export const changeAction = (id: string, version: number, plan: unknown) => json<undefined>(recordOf(id), { method: 'PUT', body: { version, plan } })

/** Where a thing to do is opened. */
export const linkOf = (kind: WaitingKind, id: string) => (kind.startsWith('CASE') ? `/illegal-cases/${id}` : `/joint-actions/${id}`)

/** The place lines of a form: each line one place in words. */
export const placesOf = (lines: string) =>
  lines
    .split('\n')
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ words }))
