import type { TimelineEntry } from '@shared/components/timeline'
import { formatDate } from '@shared/format/format'
import type { Photo, State, Step } from '../types'
import { STATE_TONES } from '../words'

export interface HazardEntry extends TimelineEntry {
  photos: Photo[]
}

type Translate = (key: string, values?: Record<string, unknown>) => string

const SHOWN = ['grade', 'unit', 'fromPerson', 'responsible', 'measure', 'result', 'reason', 'originalNumber', 'contingency', 'note'] as const
const PICTURES = ['photosBefore', 'photosAfter', 'photos']

function factsText(step: Step, t: Translate): string {
  const parts: string[] = []
  for (const name of SHOWN) {
    const value = step.facts[name]
    if (typeof value !== 'string') continue
    parts.push(t(`hazards.fact.${name}`, { value: name === 'grade' ? t(`hazards.grade.${value}`) : value }))
  }
  const due = step.facts['dueAt']
  if (typeof due === 'string') parts.push(t('hazards.fact.dueAt', { value: formatDate(due) }))
  if (step.facts['inTime'] === false) parts.push(t('hazards.fact.late'))
  return parts.join('\n')
}

/** The steps newest first, with what was said and shown at each. */
export function entriesOf(steps: readonly Step[], photos: readonly Photo[], t: Translate): HazardEntry[] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  return [...steps].reverse().map((step) => ({
    id: String(step.seq),
    at: step.at,
    title: t(`hazards.done.${step.action}`),
    actor: step.actorName,
    text: factsText(step, t),
    tone: STATE_TONES[step.to satisfies State],
    photos: PICTURES.flatMap((name) => (Array.isArray(step.facts[name]) ? (step.facts[name] as string[]) : [])).flatMap((id) => byId.get(id) ?? []),
  }))
}
