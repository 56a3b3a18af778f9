import { json } from '@shared/api/client'
import type { TimelineEntry } from '@shared/components/timeline'

export const LEVELS = ['PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'GRID_1', 'GRID_2', 'GRID_3'] as const
export type AreaLevel = (typeof LEVELS)[number]

export interface NamedArea {
  key: string
  name: string
}

export interface AreaChange {
  id: string
  at: string
  kind: 'CREATED' | 'RENAMED' | 'RETIRED' | 'MERGED' | 'RECODED'
  before: string | null
  after: string | null
  reason: string | null
  actor: string
}

export interface AreaDetail extends NamedArea {
  level: AreaLevel
  officialCode: string | null
  path: string
  above: NamedArea[]
  leaf: boolean
  sort: number
  /** False for an area above one's own, of which only the name is told. */
  inScope: boolean
  mayManage: boolean
  retiredAt: string | null
  retireReason: string | null
  mergedInto: NamedArea | null
  changes: AreaChange[]
}

export const HOLDER_ROLES = ['STREET_LEADER', 'SECTION_CHIEF', 'STAFF', 'UNIT_HEAD', 'GRID_WORKER'] as const
export type HolderRole = (typeof HOLDER_ROLES)[number]

/** Which areas have which holders; the server decides again. */
export const HOLDERS_OF: Record<AreaLevel, readonly HolderRole[]> = {
  PROVINCE: [],
  CITY: [],
  DISTRICT: [],
  STREET: ['STREET_LEADER'],
  COMMUNITY: ['STREET_LEADER', 'STAFF', 'GRID_WORKER'],
  GRID_1: ['STREET_LEADER', 'SECTION_CHIEF', 'GRID_WORKER'],
  GRID_2: ['STAFF', 'GRID_WORKER'],
  GRID_3: ['UNIT_HEAD', 'GRID_WORKER'],
}

export interface AreaHolder {
  id: string
  role: HolderRole
  person: { id: string; name: string }
  since: string
  until: string | null
}

/** A row of an imported table that can be saved. */
export interface GoodArea {
  row: number
  key: string
  name: string
  parent: string
}

/** A province, city or district of the official list. */
export interface OfficialArea {
  code: string
  name: string
  areas: number
}

export interface OfficialImport {
  id: string
  rootCode: string | null
  state: 'RUNNING' | 'DONE' | 'FAILED'
  total: number
  done: number
  added: number
  startedAt: string
  finishedAt: string | null
}

const at = (key: string) => `/api/areas/${key}`

export const getArea = (key: string) => json<AreaDetail>(at(key))

export const addArea = (parent: string, number: number | null, name: string) =>
  json<AreaDetail>('/api/areas', { method: 'POST', body: { parent, number, name } })

export const renameArea = (key: string, name: string, sort: number) =>
  json<AreaDetail>(`${at(key)}/name`, { method: 'PUT', body: { name, sort } })

export const retireArea = (key: string, reason: string, withBelow: boolean) =>
  json<AreaDetail>(`${at(key)}/retirement`, { method: 'POST', body: { reason, withBelow } })

export const mergeArea = (key: string, into: string, reason: string) =>
  json<AreaDetail>(`${at(key)}/merger`, { method: 'POST', body: { into, reason } })

export const recodeArea = (key: string, to: string, reason: string) =>
  json<AreaDetail>(`${at(key)}/recoding`, { method: 'POST', body: { key: to, reason } })

export const listHolders = (key: string) => json<AreaHolder[]>(`${at(key)}/holders`, { query: { former: true } })

export const holdArea = (key: string, id: string, role: HolderRole, personId: string) =>
  json<AreaHolder[]>(`${at(key)}/holders`, { method: 'POST', body: { id, role, personId } })

export const endHolder = (key: string, id: string) => json<AreaHolder[]>(`${at(key)}/holders/${id}/end`, { method: 'POST' })

export const officialBelow = (parent: string | null) => json<OfficialArea[]>('/api/official-areas', { query: { parent } })

export const startOfficialImport = (id: string, rootCode: string | null) =>
  json<OfficialImport>('/api/area-imports', { method: 'POST', body: { id, rootCode } })

export const officialImport = (id: string) => json<OfficialImport>(`/api/area-imports/${id}`)

/** The digits of a key that mean something, for people: 12 for a community, more for grids. */
export function codeOf(key: string): string {
  return key.slice(0, 12) + key.slice(12).replace(/0+$/, '')
}

export function timelineOf(changes: readonly AreaChange[], title: (change: AreaChange) => string): TimelineEntry[] {
  return changes.map((change) => ({ id: change.id, at: change.at, title: title(change), actor: change.actor, text: change.reason }))
}
