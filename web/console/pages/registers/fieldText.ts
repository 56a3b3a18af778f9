import { formatDate, unknownText } from '@shared/format/format'
import { currentLocale, i18n } from '@shared/i18n/index'
import type { Tone } from '@shared/components/tone'
import type { FieldDefinition, LocalText } from './payloads'

/** The text in the language of the interface. */
export function inWords(text: LocalText): string {
  return text[currentLocale()]
}

/** `建筑面积（㎡）` */
export function fieldTitle(field: FieldDefinition): string {
  return field.unit === undefined ? inWords(field.names) : `${inWords(field.names)}（${field.unit}）`
}

/** The value of a field for reading; null when there is none. */
export function fieldText(field: FieldDefinition, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  switch (field.kind) {
    case 'boolean':
      return i18n.global.t(value === true ? 'registers.yes' : 'registers.no')
    case 'choice': {
      const choice = field.choices?.find(({ code }) => code === value)
      return choice === undefined ? String(value) : inWords(choice.names)
    }
    case 'date':
      return formatDate(String(value))
    case 'number':
    case 'integer':
      return typeof value === 'number' ? new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value) : String(value)
    default:
      return String(value)
  }
}

export function classText(supervisionClass: number | null): string {
  return supervisionClass === null ? unknownText() : i18n.global.t(`registers.class.${supervisionClass}`)
}

export function classTone(supervisionClass: number | null): Tone {
  const tones: Record<number, Tone> = { 1: 'red', 2: 'orange', 3: 'blue' }
  return tones[supervisionClass ?? 0] ?? 'grey'
}
