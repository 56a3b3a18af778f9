import { json, type KeysetPage } from '@shared/api/client'
import type { ListStep } from '@shared/composables/useQueryList'
import type { PaperState, Words } from '@shared/papers/papers'

export interface PaperRow {
  id: string
  kind: string
  state: PaperState
  number: string | null
  organName: string
  subjectKind: string
  subjectId: string
  subjectName: string
  recipient: string | null
  createdAt: string
  createdBy: string
  issuedOn: string | null
}

export type Input = 'TEXT' | 'LINES' | 'DAY'
export type SignatureWay = 'DRAWN' | 'ON_PAPER' | 'REFUSED'
export type ServiceWay = 'DIRECT' | 'LEFT' | 'POST' | 'ELECTRONIC' | 'ENTRUSTED'

export interface Field {
  name: string
  label: Words
  input: Input
  required: boolean
}

export interface Place {
  code: string
  label: Words
  least: number
  mayRefuse: boolean
}

export interface Signature {
  id: string
  place: string
  name: string
  way: SignatureWay
  witness: string | null
  image: string | null
  recordedAt: string
  recordedBy: string
}

export interface Paper {
  id: string
  kind: string
  kindName: Words
  title: string
  state: PaperState
  version: number
  number: string | null
  organName: string
  organHasStamp: boolean
  subjectKind: string
  subjectId: string
  subjectName: string
  fields: Field[]
  columns: { name: string; label: Words }[]
  values: Record<string, string>
  rows: Record<string, string>[]
  places: Place[]
  signatures: Signature[]
  stamped: boolean
  unsigned: string[]
  missing: string[]
  createdAt: string
  createdBy: string
  issuedOn: string | null
  issuedBy: string | null
  token: string | null
  pdfSha256: string | null
  wordSha256: string | null
  served: { way: ServiceWay; on: string; to: string; note: string | null; recordedBy: string } | null
  ended: { at: string; by: string; why: string } | null
  offers: string[]
}

export interface Organ {
  unitId: string
  name: string
  abbreviation: string
  hasStamp: boolean
  version: number
}

const PAPERS = '/api/papers'
const ORGANS = '/api/paper-organs'

interface Filters {
  q: string
  kind: string
  organ: string
  year: string
  state: string
}

export const fetchKinds = () => json<{ code: string; name: Words }[]>('/api/paper-kinds')
export const fetchOrgans = () => json<{ organs: Organ[]; base: string }>(ORGANS)
export const fetchPaper = (id: string) => json<Paper>(`${PAPERS}/${id}`)
export const fetchPages = (id: string) => json<{ pages: string[] }>(`${PAPERS}/${id}/pages`)
export const fetchStamp = (unit: string) => json<{ image: string }>(`${ORGANS}/${unit}/stamp`)

export function listPapers({ filters, after, limit, signal }: ListStep<Filters>): Promise<KeysetPage<PaperRow>> {
  return json<KeysetPage<PaperRow>>(PAPERS, { query: { ...filters, after, limit }, signal })
}

/** One of the steps `signatures`, `stamp`, `issue`, `service`, `void`, `withdrawal`, decided on the version shown. */
export async function takeStep(paper: Paper, step: string, body: Record<string, unknown> = {}): Promise<void> {
  await json(`${PAPERS}/${paper.id}/${step}`, { method: 'POST', body: { version: paper.version, ...body } })
}

export async function rewrite(paper: Paper, values: Paper['values'], rows: Paper['rows']): Promise<void> {
  await json(`${PAPERS}/${paper.id}`, { method: 'PUT', body: { version: paper.version, values, rows } })
}

export async function keepOrgan(unit: string, body: { version: number; name: string; abbreviation: string }): Promise<void> {
  await json(`${ORGANS}/${unit}`, { method: 'PUT', body })
}

/** `image` is a PNG in Base64. */
export async function setStamp(unit: string, image: string): Promise<void> {
  await json(`${ORGANS}/${unit}/stamp`, { method: 'PUT', body: { image } })
}

export async function removeStamp(unit: string): Promise<void> {
  await json(`${ORGANS}/${unit}/stamp`, { method: 'DELETE' })
}

/** Where the record a paper is about is shown; null for records without a page. */
export function subjectPage(paper: { subjectKind: string; subjectId: string }): string | null {
  const folders: Record<string, string> = { hazard: '/hazards', check: '/inspection/checks' }
  const folder = folders[paper.subjectKind]
  return folder === undefined ? null : `${folder}/${paper.subjectId}`
}
