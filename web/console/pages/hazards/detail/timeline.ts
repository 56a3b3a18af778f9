import type { TimelineEntry } from '@shared/components/timeline'
import type { Tone } from '@shared/components/tone'
import { formatDate, formatDateTime } from '@shared/format/format'
import type { Photo, State, Step } from '../types'
import { STATE_TONES } from '../words'

export interface HazardEntry extends TimelineEntry {
  photos: Photo[]
}

type Translate = (key: string, values?: Record<string, unknown>) => string

const SHOWN = [
  'grade',
  'rung',
  'level',
  'unit',
  'fromPerson',
  'responsible',
  'measure',
  'result',
  'reason',
  'originalNumber',
  'repeatOfNumber',
  'authority',
  'contingency',
  'policy',
  'note',
] as const
const PICTURES = ['photosBefore', 'photosAfter', 'photos']
/** Steps beside the loop that do not look like the state they leave alone. */
const BESIDE_TONES: Record<string, Tone> = { escalate: 'red', 'take-rung': 'red', 'ask-extension': 'yellow', 'set-limit': 'yellow', 'apply-policy': 'yellow', judge: 'red', 'report-major': 'blue' }
/** Facts that are codes with words of their own. */
const CODES: Record<string, string> = { grade: 'grade', rung: 'rung', level: 'level' }

/** Facts that mean something else at these steps than elsewhere. */
const OWN_WORDS: Record<string, Record<string, string>> = {
  'file-listing': { authority: 'listedBy', until: 'term' },
  'grant-term': { until: 'extendedTo' },
  'grant-extension': { until: 'extendedTo' },
}
const wordOf = (action: string, fact: string): string => `hazards.fact.${OWN_WORDS[action]?.[fact] ?? fact}`

function dueText(facts: Record<string, unknown>, t: Translate): string | null {
  const { dueAt, fromDueAt } = facts
  if (typeof dueAt !== 'string') return null
  if (typeof fromDueAt !== 'string') return t('hazards.fact.dueAt', { value: formatDate(dueAt) })
  return t('hazards.fact.moved', { from: formatDate(fromDueAt), to: formatDate(dueAt) })
}

function besideText({ action, facts }: Step, t: Translate): (string | null)[] {
  const { until, answerBy, pausedAt, disputed, overdue, proposed, judgement } = facts
  const judges = (judgement as { judges?: string[] } | undefined)?.judges
  return [
    typeof until === 'string' ? t(wordOf(action, 'until'), { value: until }) : null,
    typeof answerBy === 'string' ? t('hazards.fact.answerBy', { value: formatDateTime(answerBy) }) : null,
    overdue === true ? t('hazards.fact.overdue') : null,
    disputed === true ? t('hazards.fact.disputed') : null,
    typeof pausedAt === 'string' ? t('hazards.fact.paused') : null,
    proposed === true ? t('hazards.fact.proposed') : null,
    judges ? t('hazards.fact.judges', { value: judges.join(t('hazards.join')) }) : null,
  ]
}

function factsText(step: Step, t: Translate): string {
  const parts: (string | null)[] = SHOWN.map((name) => {
    const value = step.facts[name]
    if (typeof value !== 'string') return null
    const code = CODES[name]
    return t(wordOf(step.action, name), { value: code ? t(`hazards.${code}.${value}`) : value })
  })
  parts.push(...besideText(step, t), dueText(step.facts, t))
  if (step.facts['inTime'] === false) parts.push(t('hazards.fact.late'))
  return parts.filter((part) => part !== null).join('\n')
}

/** The steps newest first, with what was said and shown at each. */
export function entriesOf(steps: readonly Step[], photos: readonly Photo[], t: Translate): HazardEntry[] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  return [...steps].reverse().map((step) => ({
    id: String(step.seq),
    at: step.at,
    title: t(`hazards.done.${step.action}`),
    actor: step.actorName === 'anshe' ? t('hazards.system') : step.actorName,
    text: factsText(step, t),
    tone: BESIDE_TONES[step.action] ?? STATE_TONES[step.to satisfies State],
    photos: PICTURES.flatMap((name) => (Array.isArray(step.facts[name]) ? (step.facts[name] as string[]) : [])).flatMap((id) => byId.get(id) ?? []),
  }))
}
