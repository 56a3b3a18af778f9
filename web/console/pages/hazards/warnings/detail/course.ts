import type { TimelineEntry } from '@shared/components/timeline'
import { WARNING_TONES, type Warning } from '../warnings'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** What was said about a warning, newest first. */
export function courseOf({ raisedAt, told, answered, ended, state }: Warning, t: Translate): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ id: 'raised', at: raisedAt, title: t('hazards.warning.course.raised'), tone: 'yellow' }]
  if (told) {
    const until = told.answerBy === null ? '' : `\n${t('hazards.warning.course.answerBy', { day: told.answerBy })}`
    entries.push({ id: 'told', at: told.at, title: t('hazards.warning.course.told'), actor: told.name, text: told.demand + until, tone: 'red' })
  }
  if (answered) entries.push({ id: 'answered', at: answered.at, title: t('hazards.warning.course.answered'), actor: answered.name, text: answered.words, tone: 'blue' })
  if (ended) {
    const title = t(state === 'LIFTED' ? 'hazards.warning.course.lifted' : 'hazards.warning.course.dismissed')
    entries.push({ id: 'ended', at: ended.at, title, actor: ended.name, text: ended.words, tone: WARNING_TONES[state] })
  }
  return entries.reverse()
}
