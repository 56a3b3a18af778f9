import { api } from '@shared/api/client'
import type { components } from '@shared/api/schema'

type Schemas = components['schemas']
export type Overview = Schemas['ShowCalendarOverview']
export type CalendarYear = Schemas['ShowCalendarYear']
export type SpecialDay = Schemas['CalendarSpecialDay']

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

export async function listYears(): Promise<Overview> {
  return present((await api.GET('/api/calendar-years')).data)
}

export async function getYear(year: number): Promise<CalendarYear> {
  return present((await api.GET('/api/calendar-years/{year}', { params: { path: { year } } })).data)
}

/** Replaces all days of the year; refused when it is no longer of the version they were made from. */
export async function replaceYear({ year, version }: CalendarYear, days: SpecialDay[]): Promise<void> {
  const body = { version: version ?? null, days }
  await api.PUT('/api/calendar-years/{year}', { params: { path: { year } }, body })
}

/** 2027-01-01, 2027年1月1日 or 1月1日; to the same, or to a day of the same month; then the name of the feast. */
const DATE = String.raw`(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`
const END = String.raw`(?:(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*日?`
const LINE = new RegExp(String.raw`^${DATE}(?:\s*(?:至|到|~|～|—|–)\s*${END})?[\s,，:：]*(.*)$`)
const LONGEST = 31

function dayOf(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}

function spanOf(line: string, year: number): { first: Date; last: Date; name: string } | null {
  const found = LINE.exec(line)
  if (!found) return null
  const [, year1, month1, day1, year2, month2, day2, name] = found
  const first = dayOf(Number(year1 ?? year), Number(month1), Number(day1))
  const last = day2 === undefined ? first : dayOf(Number(year2 ?? year1 ?? year), Number(month2 ?? month1), Number(day2))
  return first && last ? { first, last, name: (name ?? '').trim() } : null
}

/** One line a day or a span of days. Lines that cannot be read, or lie in another year, are handed back. */
export function readDays(text: string, year: number, working: boolean, unnamed: string): { days: SpecialDay[]; wrong: string[] } {
  const days: SpecialDay[] = []
  const wrong: string[] = []
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '')) {
    const span = spanOf(line, year)
    const length = span ? (span.last.getTime() - span.first.getTime()) / 86_400_000 + 1 : 0
    if (!span || length < 1 || length > LONGEST || span.first.getUTCFullYear() !== year || span.last.getUTCFullYear() !== year) {
      wrong.push(line)
      continue
    }
    for (let i = 0; i < length; i++) {
      const day = new Date(span.first.getTime() + i * 86_400_000).toISOString().slice(0, 10)
      days.push({ day, working, name: span.name || unnamed })
    }
  }
  return { days, wrong }
}

/** The days as lines that {@link readDays} reads. */
export function writeDays(days: readonly SpecialDay[], working: boolean): string {
  return days.filter((day) => day.working === working).map((day) => `${day.day} ${day.name}`).join('\n')
}
