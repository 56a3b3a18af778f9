/** Parts of a kind while it is edited. */
import type { Part, PartType, Words } from '../listsApi'

const COLUMNS: Record<PartType, readonly string[]> = {
  HAZARDS: [
    'number', 'site', 'description', 'domain', 'grade', 'source', 'area', 'place', 'object', 'reporter', 'reportedAt', 'measure', 'unit',
    'responsible', 'funding', 'deadline', 'contingency', 'state', 'submittedAt', 'closedAt', 'inTime',
  ],
  MEASURES: ['number', 'title', 'kind', 'domain', 'unit', 'area', 'state', 'issuedOn', 'effectiveOn', 'endedOn', 'revision', 'answers'],
  ENTRIES: [],
}

/** What is written in one language stands for all until somebody translates it. */
export function words(text: string): Words {
  return { 'zh-CN': text, 'zh-Hant': text, en: text }
}

/** Columns of a view that it does not show yet. */
export function addable({ type, columns }: Part): string[] {
  return COLUMNS[type].filter((code) => !columns.some((column) => column.code === code))
}

export function move<T>(all: T[], from: number, by: -1 | 1): void {
  const [moved] = all.splice(from, 1)
  if (moved !== undefined) all.splice(from + by, 0, moved)
}

/** A part with a code no other part has, and a column to begin with. */
export function newPart(type: PartType, title: string, others: readonly Part[]): Part {
  let nth = others.length + 1
  while (others.some(({ code }) => code === `part${nth}`)) nth += 1
  const first = { HAZARDS: 'description', MEASURES: 'title', ENTRIES: 'name' }[type]
  const columns = [{ code: first, title: words(title), kind: 'TEXT' as const, required: type === 'ENTRIES', width: 24 }]
  return { code: `part${nth}`, title: words(title), type, about: null, columns }
}
