/** Cells of a part as text: words for codes, days for moments. What is unknown has no text. */
import { formatDate, formatNumber } from '@shared/format/format'
import { i18n } from '@shared/i18n/index'
import type { Cells, PartColumn, PartType } from './listsApi'

const MOMENTS = new Set(['reportedAt', 'deadline', 'submittedAt', 'closedAt'])
const DAYS = new Set(['issuedOn', 'effectiveOn', 'endedOn'])
const CODED: Record<PartType, ReadonlySet<string>> = {
  HAZARDS: new Set(['grade', 'source', 'state', 'inTime', 'funding']),
  MEASURES: new Set(['kind', 'state']),
  ENTRIES: new Set(),
}

export function cellText(type: PartType, column: PartColumn, cells: Cells, domainName: (code: string) => string): string | null {
  const value = cells[column.code]
  if (value === undefined) return null
  if (typeof value === 'number') return formatNumber(value)
  if (type === 'ENTRIES') return column.kind === 'DATE' ? formatDate(value) : value
  if (column.code === 'domain') return domainName(value)
  if (MOMENTS.has(column.code) || DAYS.has(column.code)) return formatDate(value)
  const key = `lists.words.${type}.${column.code}.${value}`
  return CODED[type].has(column.code) && i18n.global.te(key) ? i18n.global.t(key) : value
}
