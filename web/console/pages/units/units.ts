import { json, type KeysetPage } from '@shared/api/client'

export const KINDS = ['GOVERNMENT', 'DEPARTMENT', 'STATION', 'COMMUNITY', 'ENTERPRISE', 'COMMITTEE', 'LEADING_GROUP', 'WORKING_GROUP', 'OFFICE'] as const
export type UnitKind = (typeof KINDS)[number]

export interface UnitRow {
  id: string
  name: string
  kind: UnitKind
  areaKey: string
  /** Where it works, in words. */
  note: string
  parentId: string | null
  parentName: string | null
  creditCode: string | null
  retiredAt: string | null
}

export interface Named {
  id: string
  name: string
}

export interface Member {
  id: string
  post: string
  /** The unit whose post this one is bound to; null when a person was named. */
  otherUnit: Named | null
  otherPost: string | null
  people: Named[]
  sort: number
  since: string
  endedAt: string | null
}

export interface UnitDetail {
  id: string
  name: string
  aliases: string[]
  kind: UnitKind
  areaKey: string
  areaPath: string
  parentId: string | null
  parentName: string | null
  creditCode: string | null
  phone: string | null
  retiredAt: string | null
  retireReason: string | null
  version: number
  inScope: boolean
  mayManage: boolean
  members: Member[]
}

/** A unit as the form holds it. */
export interface UnitForm {
  name: string
  aliases: string
  kind: UnitKind
  areaKey: string | null
  parentId: string | null
  creditCode: string
  phone: string
}

/** A post as the form holds it: a person, or a post of another unit. */
export interface MemberForm {
  post: string
  bound: boolean
  personId: string | null
  otherUnitId: string | null
  otherPost: string
  sort: number
}

/** A row of an imported table that can be saved. */
export interface GoodUnit {
  row: number
  id: string
  name: string
  kind: UnitKind
  area: string
}

export interface UnitFilters {
  q: string
  kind: string[]
  area: string
  retired: boolean
  /** Only units that belong to this one. */
  parent?: string
}

const payload = (form: UnitForm) => ({
  name: form.name.trim(),
  aliases: form.aliases
    .split(/[、,，;；\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== ''),
  kind: form.kind,
  areaKey: form.areaKey,
  parentId: form.parentId,
  creditCode: form.creditCode.trim() || null,
  phone: form.phone.trim() || null,
})

export const listUnits = (filters: UnitFilters, after: string | null, limit: number, signal: AbortSignal) =>
  json<KeysetPage<UnitRow>>('/api/units', { query: { ...filters, retired: filters.retired || null, after, limit }, signal })

export const getUnit = (id: string) => json<UnitDetail>(`/api/units/${id}`)

export const createUnit = (id: string, form: UnitForm) => json<UnitDetail>('/api/units', { method: 'POST', body: { id, unit: payload(form) } })

export const changeUnit = (id: string, version: number, form: UnitForm) =>
  json<UnitDetail>(`/api/units/${id}`, { method: 'PUT', body: { version, unit: payload(form) } })

export const retireUnit = (id: string, reason: string) => json<UnitDetail>(`/api/units/${id}/retirement`, { method: 'POST', body: { reason } })

export const addMember = (unit: string, id: string, form: MemberForm) =>
  json<Member[]>(`/api/units/${unit}/members`, {
    method: 'POST',
    body: {
      id,
      post: form.post.trim(),
      personId: form.bound ? null : form.personId,
      otherUnitId: form.bound ? form.otherUnitId : null,
      otherPost: form.bound ? form.otherPost.trim() : null,
      sort: form.sort,
    },
  })

export const endMember = (unit: string, id: string) => json<Member[]>(`/api/units/${unit}/members/${id}/end`, { method: 'POST' })
