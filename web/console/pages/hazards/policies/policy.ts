import { json } from '@shared/api/client'
import type { Grade, Source, Waiting } from '../types'

export interface TimeLimit {
  count: number
  of: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'HOURS'
}

export interface Recipient {
  to: 'RESPONSIBLE' | 'WAITED_FOR' | 'LEVEL_ABOVE' | 'POST' | 'HOLDER'
  post?: string | null
  level?: string | null
  holder?: string | null
}

/** Everything a clock policy rules; what is null in a rule stands for any. */
export interface PolicyContent {
  nearPercent: number
  precedence: string[]
  limits: { clock: Waiting; grade: Grade | null; domain: string | null; source: Source | null; limit: TimeLimit }[]
  pauses: string[]
  extensions: {
    most: number
    askBefore: TimeLimit | null
    answer: TimeLimit
    rules: { grade: Grade | null; upToNth: number; upToDays: number; level: string }[]
  }
  transfers: { answer: TimeLimit; mostRefusals: number; decides: string }
  lookBacks: { grade: Grade | null; domain: string | null; after: TimeLimit; share: number }[]
  majorReport: TimeLimit
  ladder: { kind: string; clocks: Waiting[]; grade: Grade | null; after: TimeLimit; recipients: Recipient[]; paper: string | null; confirm: boolean }[]
  warnings: { kind: string; least: number; days: number }[]
}

export interface Policy {
  id: string
  area: string | null
  name: string
  effectiveFrom: string
  source: string
  content: PolicyContent
  state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN'
  version: number
  changedAt: string
  changedBy: string
  publishedAt: string | null
  withdrawnWhy: string | null
}

export interface Draft {
  version: number | null
  areaKey: string | null
  name: string
  effectiveFrom: string
  source: string
  content: PolicyContent
}

/** What setting the running clocks anew would do. */
export interface Effects {
  running: number
  kept: number
  earlier: number
  later: number
  same: number
  over: number
  first: { id: string; number: string; clock: Waiting; dueAt: string; nextDueAt: string }[]
}

const POLICIES = '/api/clock-policies'

export const listPolicies = () => json<Policy[]>(POLICIES)
export const getPolicy = (id: string) => json<Policy>(`${POLICIES}/${id}`)
export const getEffects = (id: string) => json<Effects>(`${POLICIES}/${id}/effects`)
/** Recipients of the ladder that nobody can be today, by pointers into the content. */
export const getUnheard = (id: string) => json<{ pointer: string; code: string }[]>(`${POLICIES}/${id}/unheard`)
export const saveDraft = (id: string, body: Draft) => json<undefined>(`${POLICIES}/${id}`, { method: 'PUT', body: { ...body } })
export const discardDraft = (id: string, version: number) => json<undefined>(`${POLICIES}/${id}/discard`, { method: 'POST', body: { version } })
export const publishDraft = (id: string, version: number, running: 'KEEP' | 'SET_ANEW') =>
  json<{ moved: number }>(`${POLICIES}/${id}/publish`, { method: 'POST', body: { version, running } })
export const withdrawPolicy = (id: string, version: number, reason: string) =>
  json<undefined>(`${POLICIES}/${id}/withdraw`, { method: 'POST', body: { version, reason } })

/** Recipients as one word each, so that a plain choice can hold them. */
export const recipientCode = ({ to, post, level, holder }: Recipient): string =>
  to === 'POST' ? `POST:${post ?? ''}:${level ?? ''}` : to === 'HOLDER' ? `HOLDER:${holder ?? ''}` : to

/** A code, or the name of a post that somebody typed: of the street, as most posts of a ladder are. */
export function recipientOf(code: string): Recipient {
  const [to, first = '', second = ''] = code.split(':')
  if (to === 'HOLDER') return { to: 'HOLDER', holder: first }
  if (to === 'POST') return { to: 'POST', post: first, level: second || null }
  if (to === 'RESPONSIBLE' || to === 'WAITED_FOR' || to === 'LEVEL_ABOVE') return { to }
  return { to: 'POST', post: code.trim(), level: 'STREET' }
}
