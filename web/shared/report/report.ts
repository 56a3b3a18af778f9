import type { RouteLocationRaw } from 'vue-router'
import { json } from '../api/client'
import { dataName } from '../i18n/dataName'

/** What an indicator says; null is unknown, never zero. */
export interface Reading {
  numerator: number | null
  denominator: number | null
  /** The count, or the share between 0 and 1. */
  value: number | null
}

export interface Period {
  from: string
  to: string
}

/** A name in the languages of the interface. */
export type Names = Record<string, string>

export interface Indicator {
  code: string
  version: number
  effectiveFrom: string
  name: Names
  definition: Names
  kind: 'COUNT' | 'RATIO'
  measure: string | null
  source: string
  periodRule: 'DURING' | 'AT_END' | 'TODAY'
  by: string[]
  better: 'MORE' | 'LESS' | null
}

export function fetchIndicators(): Promise<Indicator[]> {
  return json<Indicator[]>('/api/indicators')
}

/** The name in the language of the interface; the fallback when the data have none. */
export function named(names: Names | null | undefined, fallback = ''): string {
  return (names && dataName(names)) || fallback
}

/** What a number asks, so that its rows can be asked for. */
export interface Question extends Period {
  area?: string | null
  filters?: readonly string[]
  part?: 'NUMERATOR' | 'DENOMINATOR'
  asOf?: string | null
}

/** The page that lists exactly the rows a number counted. */
export function rowsLink(code: string, { area, from, to, filters, part, asOf }: Question): RouteLocationRaw {
  return {
    path: `/indicators/${code}/rows`,
    query: {
      from,
      to,
      ...(area ? { area } : {}),
      ...(filters && filters.length > 0 ? { filter: [...filters] } : {}),
      ...(part === 'DENOMINATOR' ? { part } : {}),
      ...(asOf ? { asOf } : {}),
    },
  }
}

/** By how much a reading differs from an earlier one: a share of it, or a difference of shares. */
export function change(now: Reading, before: Reading): number | null {
  if (now.value === null || before.value === null) return null
  if (now.denominator !== null) return now.value - before.value
  return before.value === 0 ? null : (now.value - before.value) / before.value
}
