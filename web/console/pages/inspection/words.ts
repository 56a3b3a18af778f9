import { currentLocale } from '@shared/i18n/index'
import type { Tone } from '@shared/components/tone'
import type { LocalText, PlanState, Result, TaskState } from './types'

/** A name in the language of the interface. */
export function local(text: LocalText): string {
  return text[currentLocale()]
}

export const TASK_TONES: Record<TaskState, Tone> = { DUE: 'blue', OVERDUE: 'red', DONE: 'green', CANCELLED: 'grey' }
export const PLAN_TONES: Record<PlanState, Tone> = { DRAFT: 'grey', ACTIVE: 'green', PAUSED: 'yellow', ENDED: 'grey' }
export const RESULT_TONES: Record<Result, Tone> = { PASS: 'green', FAIL: 'red', NOT_APPLICABLE: 'grey' }

export const RESULTS: readonly Result[] = ['PASS', 'FAIL', 'NOT_APPLICABLE']
export const CADENCES = ['P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y', 'ONCE'] as const
export const OBJECT_TYPES = ['enterprise', 'small-premises', 'construction-site', 'residential-building', 'lift'] as const
