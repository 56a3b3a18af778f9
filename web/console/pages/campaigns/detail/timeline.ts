/** Where stages and dated tasks stand on a line of months. */
import type { Campaign } from '../campaigns'

const DAY = 86_400_000

export interface Span {
  from: string
  to: string
}

export interface Bar extends Span {
  id: string
  text: string
  kind: 'stage' | 'task'
  state: 'plain' | 'done' | 'slipping'
  /** An end that no plan names reaches to the edge. */
  openStart: boolean
  openEnd: boolean
}

export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

export const shift = (day: string, days: number): string => new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10)

function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function nextMonth(day: string): string {
  return monthStart(shift(monthStart(day), 31))
}

/** The days the line shows: whole months around everything that is dated; null when nothing is. */
export function extent({ campaign, stages, tasks }: Campaign): Span | null {
  const days = [
    campaign.startsOn,
    campaign.endsOn,
    ...stages.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
    ...tasks.map(({ dueOn }) => dueOn),
  ].filter((day): day is string => day !== null)
  if (days.length === 0) return null
  days.sort()
  return { from: monthStart(days[0] ?? ''), to: nextMonth(days[days.length - 1] ?? '') }
}

/** First days of the months, or of every n-th when there are many. */
export function monthsOf({ from, to }: Span, most = 14): string[] {
  const all: string[] = []
  for (let month = from; month < to; month = nextMonth(month)) all.push(month)
  const step = Math.ceil(all.length / most)
  return all.filter((_month, index) => index % step === 0)
}

export function barsOf(data: Campaign, span: Span): Bar[] {
  const stages = data.stages.map<Bar>(({ id, name, startsOn, endsOn }) => ({
    id,
    text: name,
    kind: 'stage',
    state: 'plain',
    from: startsOn ?? span.from,
    to: endsOn ?? shift(span.to, -1),
    openStart: startsOn === null,
    openEnd: endsOn === null,
  }))
  const tasks = data.tasks
    .flatMap((task) => (task.dueOn === null || task.state === 'WITHDRAWN' ? [] : [{ ...task, dueOn: task.dueOn }]))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map<Bar>((task) => ({
      id: task.id,
      text: task.title,
      kind: 'task',
      state: task.state === 'DONE' ? 'done' : task.slipping ? 'slipping' : 'plain',
      from: task.dueOn,
      to: task.dueOn,
      openStart: false,
      openEnd: false,
    }))
  return [...stages, ...tasks]
}

/** Place of a day as a share of the line, 0 to 1. */
export function placeOf(day: string, { from, to }: Span): number {
  const all = dayNumber(to) - dayNumber(from)
  return Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / all))
}
