import { json } from '@shared/api/client'
import type { Names, Period, Reading } from '@shared/report/report'

export interface Headline {
  code: string
  reading: Reading
  previous: Reading
  yearBefore: Reading
}

/** A month, a domain, a state or an area with its figures by indicator code. */
export interface Line {
  value: string
  name: Names
  figures: Record<string, Reading>
}

export interface Overdue {
  id: string
  number: string
  domain: string
  grade: string
  areaName: string | null
  unitName: string | null
  dueAt: string
}

export interface Dashboard {
  area: string | null
  areaName: string | null
  whole: boolean
  period: Period
  previous: Period
  yearBefore: Period
  asOf: string
  headlines: Headline[]
  trend: Line[]
  domains: Line[]
  states: Line[]
  areas: Line[]
  overdue: Overdue[]
}

export function fetchDashboard(area: string | null, period: Period): Promise<Dashboard> {
  return json<Dashboard>('/api/dashboard', { query: { area, ...period } })
}

/** First and last day of a month such as 2026-02. */
export function monthOf(value: string): Period {
  const [year, month] = value.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${value}-01`, to: `${value}-${String(last).padStart(2, '0')}` }
}
