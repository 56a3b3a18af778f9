import { i18n } from '@shared/i18n/index'
import { unknownText } from '@shared/format/format'
import type { TimelineEntry } from '@shared/components/timeline'
import type { Tone } from '@shared/components/tone'
import { classText, fieldText, fieldTitle } from '../../fieldText'
import type { ChangeEntry, ObjectDetail, TypeDefinition } from '../../payloads'

const TONES: Record<ChangeEntry['kind'], Tone> = {
  CHANGED: 'grey',
  CLASSED: 'blue',
  RETIRED: 'red',
  RESTORED: 'green',
  MERGED: 'grey',
}

const MEMBERS = new Set(['name', 'area', 'unit', 'address', 'longitude', 'latitude', 'contact', 'phone'])

function line(type: TypeDefinition, code: string, change: { before: unknown; after: unknown }): string {
  const { t } = i18n.global
  const field = type.fields.find((one) => one.code === code)
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return unknownText()
    if (code === 'class') return classText(Number(value))
    return (field ? fieldText(field, value) : String(value)) ?? unknownText()
  }
  const title = field ? fieldTitle(field) : code === 'class' ? t('registers.class.label') : MEMBERS.has(code) ? t(`registers.member.${code}`) : code
  return t('registers.history.change', { title, before: text(change.before), after: text(change.after) })
}

/** The life of an object as a timeline, newest first, down to the day it was registered. */
export function lifeOf(given: { object: ObjectDetail; changes: ChangeEntry[]; type: TypeDefinition }): TimelineEntry[] {
  const { t } = i18n.global
  const { object, changes, type } = given
  const steps = changes.map((change) => ({
    id: String(change.version),
    at: change.at,
    actor: change.byName,
    title: t(`registers.history.${change.kind}`),
    tone: TONES[change.kind],
    text: [
      ...Object.entries(change.changes).map(([code, one]) => line(type, code, one)),
      ...(change.reason === null ? [] : [t('registers.history.reason', { reason: change.reason })]),
    ].join('\n'),
  }))
  const start: TimelineEntry = {
    id: '0',
    at: object.registeredAt,
    actor: object.registeredBy,
    title: t(object.importId === null ? 'registers.history.registered' : 'registers.history.imported'),
    tone: 'green',
  }
  return [...steps, start]
}
