import { json } from '@shared/api/client'
import { CASE_OUTCOMES, type CaseRow, type Course } from '@shared/enforcement/enforcement'
import type { StepField } from '@shared/enforcement/stepFields'

export const STEPS = ['transfer', 'accept', 'refuse', 'conclude', 'expose'] as const
export type Step = (typeof STEPS)[number]

export interface CaseView {
  row: CaseRow
  version: number
  clause: string | null
  place: string | null
  objectId: string | null
  hazard: { id: string; number: string; description: string } | null
  action: { id: string; number: string; title: string } | null
  outcomeNote: string | null
  exposedAt: string | null
  createdName: string
  transfers: {
    nth: number
    fromUnit: string | null
    toUnit: string | null
    reason: string
    sentAt: string
    sentName: string
    answerDueAt: string
    state: 'OFFERED' | 'ACCEPTED' | 'REFUSED'
    answeredAt: string | null
    answeredName: string | null
    answer: string | null
  }[]
  timeline: Course[]
  offers: Step[]
}

export const recordOf = (id: string) => `/api/illegal-cases/${id}`
export const getCase = (id: string) => json<CaseView>(recordOf(id))
export const openCase = (body: unknown) => json<{ id: string }>('/api/illegal-cases', { method: 'POST', body })

/** What is taken from the hazard a case is made from. */
export interface FromHazard {
  hazard: { id: string; number: string; description: string; domain: string; areaKey: string; place: string | null; objectId: string | null; objectName: string | null }
}

export const getHazard = (id: string) => json<FromHazard>(`/api/hazards/${id}`)
export const getAction = (id: string) => json<{ row: { title: string; area: string } }>(`/api/joint-actions/${id}`)

/** What a step asks for. */
export function fieldsOf(step: Step, t: (key: string) => string): StepField[] {
  const reason: StepField = { name: 'reason', kind: 'lines', label: t('illegal-cases.field.reason'), required: true }
  const day: StepField = { name: 'day', kind: 'date', label: t('illegal-cases.field.day'), required: true }
  switch (step) {
    case 'transfer':
      return [{ name: 'unitId', kind: 'unit', label: t('illegal-cases.field.toUnit'), required: true }, reason]
    case 'accept':
      return [{ name: 'note', kind: 'lines', label: t('illegal-cases.field.note') }]
    case 'refuse':
      return [reason]
    case 'expose':
      return [day, { name: 'where', kind: 'line', label: t('illegal-cases.field.where'), required: true, max: 300 }]
    case 'conclude': {
      const options = CASE_OUTCOMES.map((value) => ({ value, text: t(`illegal-cases.outcome.${value}`) }))
      return [
        day,
        { name: 'outcomes', kind: 'choices', label: t('illegal-cases.field.outcomes'), required: true, options },
        {
          name: 'fine',
          kind: 'amount',
          label: t('illegal-cases.field.fine'),
          required: true,
          max: 15,
          when: ({ outcomes }) => Array.isArray(outcomes) && outcomes.includes('FINED'),
        },
        { name: 'note', kind: 'lines', label: t('illegal-cases.field.outcomeNote') },
      ]
    }
  }
}
