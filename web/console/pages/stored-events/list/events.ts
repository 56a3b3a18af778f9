import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'

export type StoredEvent = components['schemas']['StoredEvent']
export const STATES: readonly StoredEvent['state'][] = ['FAILED', 'WAITING']

export async function listEvents(
  state: string,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<KeysetPage<StoredEvent>> {
  const query = { state: (state || undefined) as StoredEvent['state'] | undefined, after: after ?? undefined, limit }
  const { data } = await api.GET('/api/stored-events', { params: { query }, signal })
  return { items: data?.items ?? [], next: data?.next ?? null, total: data?.total ?? null }
}

/** How many deliveries were begun. */
export async function replayOne(event: string): Promise<number> {
  return (await api.POST('/api/stored-events/{event}/replay', { params: { path: { event } } })).data?.events ?? 0
}

export async function replayAll(): Promise<number> {
  return (await api.POST('/api/stored-events/replay')).data?.events ?? 0
}

/** `org.anshe.hazard.HazardClosed` → `HazardClosed`; `org.anshe.report.Rolls.on(org…)` → `Rolls.on`. */
export function shortName(name: string): string {
  const plain = name.replace(/\(.*$/, '')
  const at = plain.search(/\.[A-Z]/)
  return at < 0 ? plain : plain.slice(at + 1)
}

/** The first line of an error without the package of its class. */
export function errorLine(error: string): string {
  return (error.split('\n')[0] ?? '').replace(/^([a-z]\w*\.)+/, '').slice(0, 120)
}
