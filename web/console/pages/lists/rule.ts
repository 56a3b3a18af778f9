import type { ListView } from './listsApi'
import { officeDay } from '@shared/report/period'

/** What a list is about besides its name, as the form holds it. */
export interface Rule {
  unitId: string | null
  unitName: string | null
  startsOn: string
  endsOn: string
  byRule: boolean
  domains: string[]
  grade: '' | 'GENERAL' | 'MAJOR'
}

export function emptyRule(): Rule {
  return { unitId: null, unitName: null, startsOn: `${officeDay().slice(0, 4)}-01-01`, endsOn: '', byRule: true, domains: [], grade: '' }
}

export function ruleOf({ list, byRule, domains, grade }: ListView): Rule {
  return { unitId: list.unitId, unitName: list.unitName, startsOn: list.startsOn, endsOn: list.endsOn ?? '', byRule, domains: [...domains], grade: grade ?? '' }
}

/** The body the server takes. */
export function factsOf(title: string, { unitId, startsOn, endsOn, byRule, domains, grade }: Rule): Record<string, unknown> {
  return { title, unitId, startsOn, endsOn: endsOn || null, byRule, domains, grade: grade || null }
}
