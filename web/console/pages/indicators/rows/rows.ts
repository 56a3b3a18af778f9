import { json, type KeysetPage } from '@shared/api/client'
import type { ListStep } from '@shared/composables/useQueryList'
import { formatDate, formatDateTime } from '@shared/format/format'

/** One row that a number counted. */
export interface IndicatorRow {
  id: string
  label: string | null
  area: string
  areaName: string | null
  unitName: string | null
  facts: Record<string, string | null>
  path: string | null
}

export const FILTERS = {
  part: 'NUMERATOR',
  area: '',
  from: '',
  to: '',
  filter: [] as string[],
  asOf: '',
}

type Step = ListStep<{ part: string; area: string; from: string; to: string; filter: string[]; asOf: string }>

export function fetchRows(code: string, { filters, after, limit, signal }: Step): Promise<KeysetPage<IndicatorRow>> {
  return json<KeysetPage<IndicatorRow>>(`/api/indicators/${code}/rows`, { query: { ...filters, after, limit }, signal })
}

const MOMENTS = new Set(['reported_at', 'due_at', 'closed_at', 'done_at', 'at', 'registered_at', 'retired_at', 'since'])

/** A fact as people read it: dates in office time, codes by their words where there are some. */
export function factText(key: string, value: string | null, word: (key: string) => string | null): string | null {
  if (value === null) return null
  if (MOMENTS.has(key)) return formatDateTime(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value)
  return word(`${key}.${value}`) ?? value
}
