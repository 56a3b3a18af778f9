import { json, type KeysetPage, type Query } from '@shared/api/client'
import { currentLocale } from '@shared/i18n/index'
import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import type { Domain, Grade, Row, Similar, Source, Standard, View, WaitingWork } from './types'

const HAZARDS = '/api/hazards'

export interface NewReport {
  id: string
  description: string
  domain: string
  grade: Grade
  source: Source
  /** The campaign it came from. */
  sourceId?: string | null
  areaKey: string
  objectId: string | null
  place: string | null
  photosBefore: string[]
  fixedOnSpot: { measure: string; photosAfter: string[] } | null
  repeatOf: string | null
}

export const listHazards = (query: Query, signal?: AbortSignal) => json<KeysetPage<Row>>(HAZARDS, { query, signal })
export const getHazard = (id: string) => json<View>(`${HAZARDS}/${id}`)
export const getToDo = () => json<WaitingWork[]>(`${HAZARDS}/to-do`)

export function reportHazard(body: NewReport): Promise<{ id: string; number: string }> {
  return json(HAZARDS, { method: 'POST', body })
}

export function takeStep(id: string, action: string, body: Record<string, unknown>): Promise<undefined> {
  return json(`${HAZARDS}/${id}/${action}`, { method: 'POST', body })
}

/** Drafts the paper of a rung of the ladder that could not be drafted by itself. */
export function draftPaperOfRung(id: string, escalation: string): Promise<{ id: string }> {
  return json(`${HAZARDS}/${id}/papers/of-rung`, { method: 'POST', body: { escalation } })
}

/** Earlier hazards a report may be the same as, before it is saved. */
export function findSimilar(
  draft: Pick<NewReport, 'areaKey' | 'domain' | 'objectId' | 'place' | 'description'> & { photos: string[] },
  signal?: AbortSignal,
): Promise<Similar[]> {
  return json(`${HAZARDS}/similar`, { method: 'POST', body: { ...draft, domain: draft.domain || null }, signal })
}

/** The criteria for major hazards of the standards in force on a day. */
export const getCriteria = (on: string) => json<Standard[]>('/api/hazard-criteria', { query: { on } })

interface Domains {
  options: ComputedRef<{ value: string; text: string }[]>
  /** The name of a domain in the language of the interface; its code until the names are there. */
  nameOf: (code: string) => string
}

/** The dictionary of hazard domains, fetched once. */
export function useDomains(): Domains {
  const query = useQuery({ queryKey: ['hazards', 'domains'], queryFn: () => json<Domain[]>('/api/hazard-domains'), staleTime: Infinity })
  const options = computed(() => (query.data.value ?? []).map(({ code, name }) => ({ value: code, text: name[currentLocale()] })))
  return { options, nameOf: (code) => options.value.find(({ value }) => value === code)?.text ?? code }
}
