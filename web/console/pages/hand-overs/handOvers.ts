import { json, type KeysetPage } from '@shared/api/client'

export const WORK = ['area', 'hazard', 'inspection-plan', 'inspection-task', 'post'] as const
export type Work = (typeof WORK)[number]
/** Roles go along only when asked for. */
export type Kind = Work | 'role'

export interface Item {
  id: string
  label: string
  area: string | null
}

/** What a person has to do, of one kind; `elsewhere`: more of it lies where the reader hands over nothing. */
export interface Held {
  kind: Work
  count: number
  elsewhere: boolean
  examples: Item[]
}

export interface Holdings {
  person: { id: string; name: string; retired: boolean }
  work: Held[]
}

export interface Look {
  movable: number
  kept: number
  judged: number
  elsewhere: boolean
  examples: Item[]
  keptExamples: Item[]
}

export interface ShareLook {
  successor: string
  successorName: string
  kind: Work
  area: string | null
  look: Look
}

export interface HeldRole {
  assignment: string
  role: string
  names: Record<string, string>
  refusal: 'BEYOND_OWN_SCOPE' | 'BEYOND_OWN_RIGHTS' | 'OWN_ACCOUNT' | null
}

export interface Preview {
  shares: ShareLook[]
  roles: HeldRole[]
}

export interface ShareRow {
  position: number
  kind: Kind
  toId: string
  toName: string
  area: string | null
  moved: number
  kept: number
}

export interface HandOverRow {
  id: string
  fromId: string
  fromName: string
  reason: string
  handedOn: string
  at: string
  byName: string
  shares: ShareRow[]
}

/** What one successor takes over, as the form holds it: no kinds means all of them, no area whatever nobody else takes. */
export interface PartForm {
  key: number
  successorId: string | null
  work: Work[]
  area: string | null
  roles: boolean
}

const parts = (forms: readonly PartForm[]) => forms.map(({ successorId, work, area, roles }) => ({ successorId, work, area, roles }))

export const holdingsOf = (person: string) => json<Holdings>(`/api/held-work/${person}`)

export const previewOf = (personId: string, forms: readonly PartForm[]) =>
  json<Preview>('/api/hand-overs/preview', { method: 'POST', body: { personId, parts: parts(forms) } })

export const handOver = (id: string, personId: string, reason: string, handedOn: string, forms: readonly PartForm[]) =>
  json<HandOverRow>('/api/hand-overs', { method: 'POST', body: { id, personId, reason: reason.trim(), handedOn, parts: parts(forms) } })

export const listHandOvers = (person: string, after: string | null, limit: number, signal: AbortSignal) =>
  json<KeysetPage<HandOverRow>>('/api/hand-overs', { query: { person, after, limit }, signal })

export const getHandOver = (id: string) => json<HandOverRow>(`/api/hand-overs/${id}`)

export const listItems = (id: string, position: string, after: string | null, limit: number, signal: AbortSignal) =>
  json<KeysetPage<Item>>(`/api/hand-overs/${id}/items`, { query: { position, after, limit }, signal })

/** Where a record is shown; null for those without a page of their own. */
export function linkOf(kind: Kind, item: Item): string | null {
  if (kind === 'hazard') return `/hazards/${item.id}`
  if (kind === 'inspection-task') return `/inspection/tasks/${item.id}`
  if (kind === 'inspection-plan') return `/inspection/plans/${item.id}`
  if (kind === 'area' && item.area !== null) return `/areas?area=${item.area}`
  return null
}

export const movedIn = (row: HandOverRow) => row.shares.reduce((sum, share) => sum + share.moved, 0)
export const keptIn = (row: HandOverRow) => row.shares.reduce((sum, share) => sum + share.kept, 0)
export const successorsOf = (row: HandOverRow) => [...new Set(row.shares.map(({ toName }) => toName))]
