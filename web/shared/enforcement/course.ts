import type { TimelineEntry } from '../components/timeline'
import { formatDateTime } from '../format/format'
import type { Course } from './enforcement'

type Translate = (key: string, values?: Record<string, unknown>) => string

const SHOWN = ['unit', 'reason', 'note', 'feedback', 'conclusion', 'hazard', 'day', 'by', 'where', 'people', 'fine'] as const

/** The steps of a record, the newest first, worded by its own folder. */
export function courseOf(module: string, steps: readonly Course[], t: Translate): TimelineEntry[] {
  return steps
    .map((step) => {
      const lines = SHOWN.filter((fact) => step.facts[fact]).map((fact) => t(`joint-actions.fact.${fact}`, { value: step.facts[fact] }))
      const { answerBy } = step.facts
      if (answerBy) lines.push(t('joint-actions.fact.answerBy', { value: formatDateTime(answerBy) }))
      return { id: step.id, at: step.at, title: t(`${module}.course.${step.action}`), actor: step.personName, text: lines.join('\n') }
    })
    .reverse()
}
