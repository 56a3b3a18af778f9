import { json, type KeysetPage, type Query } from '@shared/api/client'
import type { BoardClock } from '../work'

export const SUBJECTS = ['hazard', 'hazard-warning', 'inspection-task', 'campaign-task', 'duty-occurrence', 'illegal-case', 'joint-feedback'] as const
type Subject = (typeof SUBJECTS)[number]

/** The filters of the calendar, as they stand in the address. */
export const FILTERS = { subject: [] as string[], area: '' }

export interface Due {
  subject: Subject
  kind: string
  count: number
}

export interface Day {
  day: string
  working: boolean
  name: string | null
  due: Due[]
}

export interface DueRow {
  subject: Subject
  kind: string
  id: string
  dueAt: string
  state: BoardClock
  record: { title: string; number: string | null; areaName: string | null; unitName: string | null; parentId: string | null; paused: boolean } | null
}

export const listDays = (query: Query, signal?: AbortSignal) => json<Day[]>('/api/due-days', { query, signal })
export const listDay = (query: Query, signal?: AbortSignal) => json<KeysetPage<DueRow>>('/api/due-records', { query, signal })

const SHEET = 42
const DAY = 86_400_000
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/** First and last day of the six weeks, from Monday on, that show a whole month. */
export function sheetOf(month: string): { from: string; to: string } {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY
  return { from: iso(monday), to: iso(monday + (SHEET - 1) * DAY) }
}

/** The month so many months later; a month that is none counts as the given one of today. */
export function monthAfter(month: string, by: number, today: string): string {
  const [year, number] = (MONTH.test(month) ? month : today.slice(0, 7)).split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export const totalOf = (day: Day) => day.due.reduce((sum, { count }) => sum + count, 0)

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day an arrow key leads to; null for other keys. */
export function dayBy(key: string, day: string): string | null {
  const step = STEPS[key]
  return step === undefined ? null : iso(Date.parse(`${day}T00:00:00Z`) + step * DAY)
}

/** Where a record is opened; null when it cannot be seen. */
export function linkOf({ subject, id, record }: DueRow): string | null {
  if (record === null) return null
  switch (subject) {
    case 'hazard':
      return `/hazards/${id}`
    case 'hazard-warning':
      return `/hazards/warnings/${id}`
    case 'inspection-task':
      return `/inspection/tasks/${id}`
    case 'campaign-task':
      return record.parentId && `/campaigns/${record.parentId}/tasks/${id}`
    case 'illegal-case':
      return `/illegal-cases/${id}`
    case 'joint-feedback':
      return record.parentId && `/joint-actions/${record.parentId}`
    case 'duty-occurrence':
      return record.parentId && `/campaigns/${record.parentId}`
  }
}
