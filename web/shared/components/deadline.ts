import type { Tone } from './tone'

export type DeadlineState = 'in-time' | 'near' | 'breached' | 'done-in-time' | 'done-late'

export interface DeadlineFacts {
  dueAt: string
  /** From when on it is near; a day before the end when the server names no moment. */
  nearAt?: string | null
  doneAt?: string | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const DEADLINE_TONES: Record<DeadlineState, Tone> = {
  'in-time': 'green',
  near: 'yellow',
  breached: 'red',
  'done-in-time': 'green',
  'done-late': 'red',
}

export function deadlineState({ dueAt, nearAt, doneAt }: DeadlineFacts, now: number): DeadlineState {
  const due = Date.parse(dueAt)
  if (doneAt) return Date.parse(doneAt) <= due ? 'done-in-time' : 'done-late'
  if (now > due) return 'breached'
  return now >= (nearAt ? Date.parse(nearAt) : due - DAY) ? 'near' : 'in-time'
}

/** The time between now and the end in its largest fitting unit: days from 48 hours on, then hours, then minutes. */
export function remaining(dueAt: string, now: number): { unit: 'days' | 'hours' | 'minutes'; count: number } {
  const gap = Math.abs(Date.parse(dueAt) - now)
  if (gap >= 2 * DAY) return { unit: 'days', count: Math.floor(gap / DAY) }
  if (gap >= HOUR) return { unit: 'hours', count: Math.floor(gap / HOUR) }
  return { unit: 'minutes', count: Math.floor(gap / MINUTE) }
}
