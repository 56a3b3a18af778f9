import type { Tone } from '@shared/components/tone'
import type { Grade, State, View } from './types'

/** Blue waits for the office, yellow for the unit, red came back, green is settled. */
export const STATE_TONES: Record<State, Tone> = {
  REPORTED: 'blue',
  CONFIRMED: 'blue',
  ASSIGNED: 'yellow',
  SUBMITTED: 'blue',
  RETURNED: 'orange',
  HANDED_BACK: 'orange',
  HANDED_OVER: 'yellow',
  FIXED_ON_SPOT: 'blue',
  REOPENED: 'red',
  CLOSED: 'green',
  LOOKED_BACK: 'green',
  REJECTED: 'grey',
  DUPLICATE: 'grey',
}

export const GRADE_TONES: Record<Grade, Tone> = { GENERAL: 'grey', MAJOR: 'red' }

/** Where a picture is fetched, small or whole. */
export const thumbnailOf = (id: string) => `/api/attachments/${id}/thumbnail`
export const fileOf = (id: string) => `/api/attachments/${id}`

const AFTER_FIXING: ReadonlySet<State> = new Set<State>(['FIXED_ON_SPOT', 'CLOSED', 'LOOKED_BACK', 'REJECTED', 'DUPLICATE'])

/** Put right at once and never assigned: nobody had to set a deadline. */
export const isSettledOnSpot = ({ hazard }: View) => hazard.fixedOnSpot && hazard.dueAt === null && AFTER_FIXING.has(hazard.state)
