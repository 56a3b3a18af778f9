import { OFFICE_ZONE } from '../format/format'
import type { Period } from './report'

export const PERIODS = ['month', 'quarter', 'half', 'custom'] as const
export type PeriodKind = (typeof PERIODS)[number]

const MONTHS: Record<Exclude<PeriodKind, 'custom'>, number> = { month: 1, quarter: 3, half: 6 }

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** The day it is in the office, whatever the clock of this machine is set to. */
export function officeDay(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: OFFICE_ZONE }).format(now)
}

/** The running month, quarter or half-year as whole days. */
export function runningPeriod(kind: Exclude<PeriodKind, 'custom'>, today = officeDay()): Period {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const length = MONTHS[kind]
  const first = Math.floor((month - 1) / length) * length
  return { from: iso(year, first, 1), to: iso(year, first + length, 0) }
}

/** The last half-year that is over, of which briefings are made. */
export function lastHalfYear(today = officeDay()): Period {
  const { from } = runningPeriod('half', today)
  const [year, month] = from.split('-').map(Number) as [number, number]
  return { from: iso(year, month - 7, 1), to: iso(year, month - 1, 0) }
}

/** The period chosen in the address; an unfinished custom one falls back to the running half-year. */
export function periodOf(kind: string, from: string, to: string): Period {
  if (kind === 'month' || kind === 'quarter') return runningPeriod(kind)
  if (kind === 'custom' && from && to && from <= to) return { from, to }
  return runningPeriod('half')
}
