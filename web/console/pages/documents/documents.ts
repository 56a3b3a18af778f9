import { json, type KeysetPage } from '@shared/api/client'
import type { ListStep } from '@shared/composables/useQueryList'
import type { Tone } from '@shared/components/tone'
import type { Names, Period, Reading } from '@shared/report/report'

export type DocumentState = 'DRAFT' | 'ISSUED' | 'WITHDRAWN'

export const TONES: Record<DocumentState, Tone> = { DRAFT: 'blue', ISSUED: 'green', WITHDRAWN: 'grey' }

export interface DocumentRow {
  id: string
  title: string
  areaName: string
  from: string
  to: string
  state: DocumentState
  createdAt: string
  createdBy: string
  issuedAt: string | null
}

export interface Run {
  text: string
  /** Key of the figure this number prints. */
  figure: string | null
}

export interface Section {
  code: string
  heading: string | null
  editable: boolean
  paragraphs: { style: 'SUBHEADING' | 'BODY'; runs: Run[] }[]
}

export interface FigureOf {
  key: string
  indicator: string
  name: Names
  share: boolean
  period: Period
  filters: string[]
  reading: Reading
}

export interface TableLine {
  name: string
  unit: string
  figure: string
  previous: string
  yearBefore: string
}

export interface OfficeDocument {
  id: string
  title: string
  area: string
  areaName: string
  period: Period
  asOf: string
  state: DocumentState
  content: { sections: Section[]; signature: string; table: TableLine[] }
  createdAt: string
  createdBy: string
  issuedAt: string | null
  issuedBy: string | null
  sha256: string | null
  withdrawnWhy: string | null
  version: number
  figures: FigureOf[]
}

export function fetchDocuments({
  filters,
  after,
  limit,
  signal,
}: ListStep<{ q: string; state: string; area: string }>): Promise<KeysetPage<DocumentRow>> {
  return json<KeysetPage<DocumentRow>>('/api/documents', { query: { ...filters, after, limit }, signal })
}

export function fetchDocument(id: string): Promise<OfficeDocument> {
  return json<OfficeDocument>(`/api/documents/${id}`)
}

export function fetchToday(id: string): Promise<Record<string, Reading>> {
  return json<Record<string, Reading>>(`/api/documents/${id}/figures-today`)
}

export async function createBriefing(id: string, area: string, period: Period): Promise<void> {
  await json('/api/documents', { method: 'POST', body: { id, kind: 'half-year-briefing', area, ...period } })
}

export async function rewriteSection(document: OfficeDocument, section: string, text: string): Promise<void> {
  const paragraphs = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  await json(`/api/documents/${document.id}/sections/${section}`, {
    method: 'PUT',
    body: { version: document.version, paragraphs },
  })
}

export async function issueDocument(document: OfficeDocument): Promise<void> {
  await json(`/api/documents/${document.id}/issue`, { method: 'POST', body: { version: document.version } })
}

export async function withdrawDocument(document: OfficeDocument, reason: string): Promise<void> {
  await json(`/api/documents/${document.id}/withdrawal`, { method: 'POST', body: { reason } })
}

/** Sections that say something, with the Chinese number of their heading. */
export function numbered(sections: readonly Section[]): (Section & { number: string })[] {
  const digits = [...'一二三四五六七八九十']
  let next = 0
  return sections
    .filter(({ paragraphs, editable }) => paragraphs.length > 0 || editable)
    .map((section) => {
      const printed = section.heading !== null && section.paragraphs.length > 0
      return { ...section, number: printed ? `${digits[next++] ?? ''}、` : '' }
    })
}
