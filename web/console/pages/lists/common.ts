/** Common problems as the server answers them. */
import { json, type KeysetPage, type Query } from '@shared/api/client'

export const DIMENSIONS = ['DOMAIN', 'AREA', 'OBJECT_TYPE', 'ITEM'] as const
export const ORDERS = ['COUNT', 'GROWTH', 'REOPENED', 'REPEATED'] as const
export type Dimension = (typeof DIMENSIONS)[number]
export type Order = (typeof ORDERS)[number]
export type CountedAs = 'NOW' | 'BEFORE' | 'REOPENED' | 'REPEATED' | 'OPEN'

export interface Group {
  key: string
  name: Partial<Record<string, string>>
  now: number
  before: number | null
  growth: number | null
  emerging: boolean
  reopened: number
  repeated: number
  open: number
}

export interface Found {
  area: string | null
  whole: boolean
  period: { from: string; to: string }
  previous: { from: string; to: string }
  recordedSince: string | null
  minimum: number
  groups: Group[]
}

export interface Case {
  id: string
  number: string
  description: string
  domain: string
  grade: string
  state: string
  areaName: string | null
  objectName: string | null
  place: string | null
  reportedAt: string
}

export const findProblems = (query: Query) => json<Found>('/api/common-problems', { query })
export const listCases = (query: Query, signal?: AbortSignal) => json<KeysetPage<Case>>('/api/common-problems/rows', { query, signal })
