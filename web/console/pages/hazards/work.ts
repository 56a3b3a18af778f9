import type { Tone } from '@shared/components/tone'
import type { Row, State } from './types'

/** What the running clock waits for, whoever is waited for. */
export const CLOCK_KINDS = ['CONFIRM', 'ASSIGN', 'RECTIFY', 'REINSPECT', 'LOOK_BACK'] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** The columns of the board, what is worst first. */
export const BOARD_CLOCKS = ['BREACHED', 'NEAR', 'IN_TIME', 'PAUSED'] as const
export type BoardClock = (typeof BOARD_CLOCKS)[number]

export const CLOCK_TONES: Record<BoardClock, Tone> = { BREACHED: 'red', NEAR: 'yellow', IN_TIME: 'green', PAUSED: 'grey' }

/** What may be under way beside the loop. */
export const PENDING = ['EXTENSION', 'HAND_OVER', 'DISPUTE', 'REPORT_UP', 'ESCALATION', 'MAJOR_REPORT', 'LISTING'] as const
export type Pending = (typeof PENDING)[number]

/** The level that confirms, assigns and re-inspects. */
export type Level = 'COMMUNITY' | 'STREET' | 'DISTRICT'

/** A row of the list with its clock and what is under way besides. */
export interface WorkRow extends Omit<Row, 'clock' | 'pending' | 'handledBy'> {
  clock: { kind: ClockKind; nearAt: string; dueAt: string; pausedAt: string | null; state: BoardClock } | null
  pending: Pending[]
  handledBy: Level
}

/** Steps that can be taken for many hazards at once. */
export const BULK_STEPS = ['confirm', 'assign', 'close', 'look-back'] as const
export type BulkStep = (typeof BULK_STEPS)[number]

const FITTING: Record<BulkStep, readonly State[]> = {
  confirm: ['REPORTED'],
  assign: ['CONFIRMED', 'HANDED_BACK', 'REOPENED'],
  close: ['SUBMITTED', 'FIXED_ON_SPOT'],
  'look-back': ['CLOSED'],
}

export const BULK_PERMISSIONS = { confirm: 'hazard.confirm', assign: 'hazard.assign', close: 'hazard.close', 'look-back': 'hazard.look-back' } as const

/** The most that are sent at once. */
export const MOST_AT_ONCE = 200

/** Of the chosen hazards those whose state has this step at all; the server decides about each. */
export function fitting<R extends { state: State }>(step: BulkStep, rows: readonly R[]): R[] {
  return rows.filter(({ state }) => FITTING[step].includes(state))
}
