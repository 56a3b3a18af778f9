import { OFFICE_ZONE } from '@shared/format/format'
import type { PlanContent } from '../types'

/** Today in the office's time zone, as `2026-03-05`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: OFFICE_ZONE }).format(new Date())
}

export function emptyPlan(area: string | null): PlanContent {
  return {
    name: '',
    area,
    checklists: [],
    objectTypes: [],
    frequencies: {},
    drawSize: null,
    unitRule: 'COMMUNITY_UNIT',
    unitId: null,
    inspectors: [],
    startsOn: today(),
    endsOn: null,
    campaignId: null,
  }
}

/** Whether enough is said for the server to count and to keep it. */
export function isComplete(plan: PlanContent): boolean {
  const hasUnit = plan.unitRule === 'COMMUNITY_UNIT' || plan.unitId !== null
  const once = Object.values(plan.frequencies).includes('ONCE') && plan.endsOn === null
  return (
    plan.name.trim() !== '' && plan.area !== null && plan.checklists.length > 0 && Object.keys(plan.frequencies).length > 0 && hasUnit && !once
  )
}
