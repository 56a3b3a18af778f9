import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'
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

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => wordFor('permissions', String(one))).join(', ')
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return String(value)
}

/** What changed, each fact with its name in words where there is one. */
export function factLines(facts: Record<string, unknown>): [string, string][] {
  const { t, te } = i18n.global
  return Object.entries(facts).map(([name, value]) => {
    const key = `audit.fact.${name}`
    return [te(key) ? t(key) : name, valueText(value)]
  })
}

/** All facts in one line. */
export function factsText(facts: Record<string, unknown>): string {
  return factLines(facts)
    .map(([name, value]) => i18n.global.t('audit.oneFact', { name, value }))
    .join(' ')
}
