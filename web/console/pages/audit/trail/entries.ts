import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import { fileSize } from '@shared/components/fileDrop'
import { formatDateTime } from '@shared/format/format'
import { dataName } from '@shared/i18n/dataName'
import { i18n } from '@shared/i18n/index'
import { wordFor } from '@shared/i18n/words'

export type Entry = components['schemas']['AuditEntry']

export interface EntryFilters {
  subjectId: string
  action: string
  actorId: string
  /** Days in office time, both included. */
  from: string
  to: string
}

/** The first moment of a day in office time. */
function startOf(day: string, later = 0): string | undefined {
  if (day === '') return undefined
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString()
}

export async function listEntries(
  filters: EntryFilters,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<KeysetPage<Entry>> {
  const query = {
    subjectId: filters.subjectId || undefined,
    action: filters.action || undefined,
    actorId: filters.actorId || undefined,
    from: startOf(filters.from),
    before: startOf(filters.to, 1),
    after: after ?? undefined,
    limit,
  }
  const { data } = await api.GET('/api/audit-entries', { params: { query }, signal })
  return { items: data?.items ?? [], next: data?.next ?? null, total: data?.total ?? null }
}

export async function listRoles(): Promise<components['schemas']['Role'][]> {
  return (await api.GET('/api/roles')).data ?? []
}

/** Where the words for the values of a fact stand; modules word their own values. */
const VALUE_WORDS: Record<string, string> = {
  state: 'hazards.state',
  grade: 'hazards.grade',
  gradeBefore: 'hazards.grade',
  decision: 'campaigns.decisions',
  kind: 'campaigns.kinds',
  every: 'audit.every',
  factor: 'audit.factor',
}

const MEDIA: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'text',
}

const PICTURES = ['photosBefore', 'photosAfter']
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** For machines: shown with the entry, not in its line. */
const TECHNICAL = ['sha256', 'type', 'areas', 'session', 'version', 'filter']

const { t, te } = i18n.global

/** What tells entries apart stands first. */
const FIRST = ['number', 'name', 'title', 'file']

/** How a code that is data, such as that of a role, is named; the code itself when unknown. */
export type NameOf = (code: string) => string

function listText(name: string, values: readonly unknown[]): string {
  if (PICTURES.includes(name)) return t('audit.word.pieces', { n: values.length })
  return values.map((one) => wordFor('permissions', String(one))).join(t('audit.and'))
}

function wordText(name: string, value: string, roleName: NameOf): string {
  if (name === 'role') return roleName(value)
  if (name === 'kind' && value === 'ALL') return t('audit.word.allKinds')
  if (name === 'mediaType') return MEDIA[value] === undefined ? value : t(`audit.media.${MEDIA[value]}`)
  if (INSTANT.test(value)) return formatDateTime(value)
  const words = name === 'added' ? VALUE_WORDS['kind'] : VALUE_WORDS[name]
  const key = `${words}.${value}`
  return words !== undefined && te(key) ? t(key) : value
}

function valueText(name: string, value: unknown, roleName: NameOf): string {
  if (Array.isArray(value)) return listText(name, value)
  if (typeof value === 'boolean') return t(value ? 'audit.word.yes' : 'audit.word.no')
  if (name === 'size' && typeof value === 'number') return fileSize(value)
  if (name === 'percent') return t('audit.word.percent', { n: value })
  if (name === 'names' && typeof value === 'object' && value !== null) return dataName(value as Record<string, string>)
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return wordText(name, String(value), roleName)
}

const asIs: NameOf = (code) => code

/** What changed, each fact with its name in words where there is one. */
export function factLines(facts: Record<string, unknown>, roleName: NameOf = asIs): [string, string][] {
  return Object.entries(facts).map(([name, value]) => {
    const key = `audit.fact.${name}`
    return [te(key) ? t(key) : name, valueText(name, value, roleName)]
  })
}

/** What a person wants to know at a glance, in one line; ids and checksums stand with the entry alone. */
export function factsText(facts: Record<string, unknown>, roleName: NameOf = asIs): string {
  const telling = Object.entries(facts).filter(([name, value]) => {
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    return !empty && !TECHNICAL.includes(name) && !(typeof value === 'string' && ID.test(value))
  })
  telling.sort(([a], [b]) => Number(FIRST.includes(b)) - Number(FIRST.includes(a)))
  return factLines(Object.fromEntries(telling), roleName)
    .map(([name, value]) => t('audit.oneFact', { name, value }))
    .join(t('audit.andFact'))
}

const PAGES: Record<string, string> = {
  hazard: '/hazards/',
  'hazard-warning': '/hazards/warnings/',
  campaign: '/campaigns/',
  'plan-document': '/campaigns/documents/',
  check: '/inspection/checks/',
  'inspection-plan': '/inspection/plans/',
  checklist: '/inspection/checklists/',
  'register-object': '/registers/objects/',
  unit: '/units/',
  document: '/documents/',
  person: '/people?person=',
}

/** The page of what an entry is about; null where there is none. */
export function subjectLink({ subjectKind, subjectId }: Pick<Entry, 'subjectKind' | 'subjectId'>): string | null {
  const page = PAGES[subjectKind]
  return page === undefined || !ID.test(subjectId) ? null : `${page}${subjectId}`
}

/** What kind of thing an entry is about, in words. */
export function subjectWord(kind: string): string {
  const key = `audit.subjects.${kind}`
  return te(key) ? t(key) : kind
}
