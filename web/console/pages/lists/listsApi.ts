/** Lists, their kinds and rows as the server answers them. */
import { json, type KeysetPage, type Query } from '@shared/api/client'
import { currentLocale } from '@shared/i18n/index'
import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'

export type Words = Record<'zh-CN' | 'zh-Hant' | 'en', string>
export type PartType = 'HAZARDS' | 'MEASURES' | 'ENTRIES'
export type CellKind = 'TEXT' | 'LONG_TEXT' | 'DATE'

export interface PartColumn {
  code: string
  title: Words
  kind: CellKind
  required: boolean
  width: number
}

export interface Part {
  code: string
  title: Words
  type: PartType
  about: string | null
  columns: PartColumn[]
}

export interface Kind {
  id: string
  area: string | null
  areaName: string | null
  version: number
  names: Words
  parts: Part[]
  shipped: boolean
  editedHere: boolean
  retiredAt: string | null
  retireReason: string | null
  mayChange: boolean
}

export interface ListRow {
  id: string
  title: string
  kindId: string
  kind: Words
  area: string
  areaName: string | null
  unitId: string | null
  unitName: string | null
  campaignId: string | null
  campaignTitle: string | null
  startsOn: string
  endsOn: string | null
  open: boolean
  versions: number
  createdAt: string
}

export interface Version {
  nth: number
  name: string
  stageName: string | null
  frozenAt: string
  frozenByName: string
  rows: number
  sha256: string
}

export interface ListView {
  list: ListRow
  byRule: boolean
  domains: string[]
  grade: 'GENERAL' | 'MAJOR' | null
  createdByName: string
  closeReason: string | null
  version: number
  parts: Part[]
  counts: { all: number; open: number; overdue: number } | null
  stages: { id: string; name: string; endsOn: string | null; frozen: boolean }[]
  versions: Version[]
  mayManage: boolean
  mayFill: boolean
}

/** How far a hazard of a list is; each counted in the head of the page. */
export const STANDINGS = ['OPEN', 'OVERDUE', 'SETTLED'] as const

export type Cells = Record<string, string | number>

export interface Line {
  id: string
  open: boolean | null
  cells: Cells
  about: string | null
  version: number | null
}

export interface Difference {
  id: string
  change: 'ADDED' | 'CLOSED' | 'CHANGED' | 'GONE'
  before: Cells
  after: Cells
}

const LISTS = '/api/lists'

export const listLists = (query: Query, signal: AbortSignal) => json<KeysetPage<ListRow>>(LISTS, { query, signal })
export const getList = (id: string) => json<ListView>(`${LISTS}/${id}`)
export const listKinds = () => json<Kind[]>('/api/list-kinds')

export const listRows = (id: string, part: string, query: Query, signal?: AbortSignal) =>
  json<KeysetPage<Line>>(`${LISTS}/${id}/parts/${part}/rows`, { query, signal })

export const listDifferences = (id: string, part: string, query: Query) =>
  json<KeysetPage<Difference>>(`${LISTS}/${id}/parts/${part}/differences`, { query })

export const getSeal = (id: string, nth: number) => json<{ holds: boolean }>(`${LISTS}/${id}/versions/${nth}/seal`)

/** Sends a change of a list or of what belongs to it. */
export const send = (method: 'POST' | 'PUT', path: string, body: unknown) => json<void>(`${LISTS}${path}`, { method, body })

/** Sends a change of a kind. */
export const sendKind = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, query?: Query) =>
  json<void>(`/api/list-kinds${path}`, { method, body, query })

interface Domains {
  options: ComputedRef<{ value: string; text: string }[]>
  nameOf: (code: string) => string
}

/** The dictionary of hazard domains in the language of the interface. */
export function useDomains(): Domains {
  const query = useQuery({
    queryKey: ['hazards', 'domains'],
    queryFn: () => json<{ code: string; name: Words }[]>('/api/hazard-domains'),
    staleTime: Infinity,
  })
  const options = computed(() => (query.data.value ?? []).map(({ code, name }) => ({ value: code, text: name[currentLocale()] })))
  return { options, nameOf: (code) => options.value.find(({ value }) => value === code)?.text ?? code }
}
