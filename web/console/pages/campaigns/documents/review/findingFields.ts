/** The fields of each kind of finding, and how they are typed and shown. */
import { i18n } from '@shared/i18n/index'
import type { Finding, FindingData, Kind } from '../../plans'
import { bound, rhythm } from '../../words'

export type FieldType = 'text' | 'date' | 'names' | 'number' | 'whole' | 'operator' | 'period'

export interface Field {
  name: string
  type: FieldType
  required?: boolean
}

export const FIELDS: Record<Kind, readonly Field[]> = {
  OUTLINE: [
    { name: 'label', type: 'text' },
    { name: 'level', type: 'whole', required: true },
    { name: 'title', type: 'text', required: true },
  ],
  STAGE: [
    { name: 'name', type: 'text', required: true },
    { name: 'start', type: 'date' },
    { name: 'end', type: 'date' },
  ],
  RESPONSIBILITY: [
    { name: 'lead', type: 'names' },
    { name: 'cooperate', type: 'names' },
  ],
  DEADLINE: [
    { name: 'date', type: 'date', required: true },
    { name: 'what', type: 'text' },
    { name: 'recipient', type: 'text' },
  ],
  RECURRENCE: [
    { name: 'what', type: 'text', required: true },
    { name: 'every', type: 'period', required: true },
    { name: 'times', type: 'whole', required: true },
    { name: 'at', type: 'text' },
  ],
  TARGET: [
    { name: 'metric', type: 'text', required: true },
    { name: 'op', type: 'operator', required: true },
    { name: 'value', type: 'number', required: true },
    { name: 'unit', type: 'text' },
    { name: 'by', type: 'date' },
  ],
}

export const PERIODS = ['P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y'] as const

const text = (value: FindingData[string] | undefined): string => (typeof value === 'string' ? value : '')
const names = (value: FindingData[string] | undefined): string => (Array.isArray(value) ? value.join('、') : '')

/** The data as lines of text for a form. */
export function typed(kind: Kind, data: FindingData): Record<string, string> {
  return Object.fromEntries(
    FIELDS[kind].map(({ name, type }) => {
      const value = data[name]
      return [name, type === 'names' ? names(value) : value === null || value === undefined ? '' : String(value)]
    }),
  )
}

/** What was typed as data; an empty line is nothing. */
export function untyped(kind: Kind, lines: Record<string, string>): FindingData {
  return Object.fromEntries(
    FIELDS[kind].map(({ name, type }) => {
      const line = (lines[name] ?? '').trim()
      if (type === 'names') return [name, line.split(/[、,，;；]/).map((one) => one.trim()).filter(Boolean)]
      if (type === 'number' || type === 'whole') return [name, line === '' || Number.isNaN(Number(line)) ? null : Number(line)]
      return [name, line === '' && !['label', 'what', 'unit'].includes(name) ? null : line]
    }),
  )
}

/** Where a person starts who adds a finding for selected text. */
export function beginning(kind: Kind, selected: string): FindingData {
  const words = selected.trim().slice(0, 200)
  switch (kind) {
    case 'OUTLINE':
      return { label: '', level: 1, title: words }
    case 'STAGE':
      return { name: words, start: null, end: null }
    case 'RESPONSIBILITY':
      return { lead: words.split(/[、,，;；]/).map((one) => one.trim()).filter(Boolean), cooperate: [] }
    case 'DEADLINE':
      return { date: null, what: words, recipient: null }
    case 'RECURRENCE':
      return { what: words, every: 'P1M', times: 1, at: null }
    case 'TARGET':
      return { metric: words, op: '>=', value: null, unit: '%', by: null }
  }
}

const day = (value: FindingData[string] | undefined): string => {
  const given = text(value)
  if (given === '') return i18n.global.t('campaigns.open')
  return given.startsWith('0000') ? i18n.global.t('campaigns.yearless', { rest: given.slice(5) }) : given
}

/** One line that says what was found. */
export function headline({ kind, data }: Pick<Finding, 'kind' | 'data'>): string {
  const { t } = i18n.global
  switch (kind) {
    case 'OUTLINE':
      return [text(data['label']), text(data['title'])].filter(Boolean).join(' ')
    case 'STAGE':
      return text(data['name'])
    case 'RESPONSIBILITY':
      return names(data['lead']) || t('campaigns.review.nobodyLeads')
    case 'DEADLINE':
      return day(data['date'])
    case 'RECURRENCE':
      return text(data['what'])
    case 'TARGET':
      return text(data['metric'])
  }
}

/** The rest of what was found, in smaller print. */
export function detail({ kind, data }: Pick<Finding, 'kind' | 'data'>): string {
  const { t } = i18n.global
  switch (kind) {
    case 'OUTLINE':
      return ''
    case 'STAGE':
      return t('campaigns.fromTo', { from: day(data['start']), to: day(data['end']) })
    case 'RESPONSIBILITY':
      return names(data['cooperate']) === '' ? '' : t('campaigns.review.cooperating', { names: names(data['cooperate']) })
    case 'DEADLINE':
      return [text(data['what']), text(data['recipient'])].filter(Boolean).join(' → ')
    case 'RECURRENCE':
      return rhythm({ every: text(data['every']), times: Number(data['times']), at: data['at'] === null ? null : text(data['at']) })
    case 'TARGET': {
      const op = text(data['op']) as '>=' | '<=' | '='
      const by = data['by'] === null || data['by'] === undefined ? '' : t('campaigns.review.by', { day: day(data['by']) })
      return [bound({ op, value: Number(data['value']), unit: text(data['unit']) }), by].filter(Boolean).join(' ')
    }
  }
}

/** Whether a date of it prints no year. */
export function lacksYear({ data }: Pick<Finding, 'data'>): boolean {
  return ['start', 'end', 'date', 'by'].some((name) => text(data[name]).startsWith('0000'))
}
