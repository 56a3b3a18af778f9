import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'

type Schemas = components['schemas']
export type Notice = Schemas['InboxItem']
export type Summary = Schemas['InboxSummary']
export type Ways = Schemas['NotificationWays']

/** Everything about one's own notices lies under this key of the query cache. */
export const INBOX_KEY = ['notifications', 'inbox'] as const

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

export interface InboxFilters {
  show: string
  kind: string
}

export async function listNotices(
  filters: InboxFilters,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<KeysetPage<Notice>> {
  const query = {
    unread: filters.show === 'unread',
    archived: filters.show === 'archived',
    kind: filters.kind || undefined,
    after: after ?? undefined,
    limit,
  }
  const page = present((await api.GET('/api/notifications', { params: { query }, signal })).data)
  return { items: page.items, next: page.next ?? null, total: page.total ?? null }
}

export async function getSummary(): Promise<Summary> {
  return present((await api.GET('/api/notifications/summary')).data)
}

export async function markRead(ids: string[]): Promise<void> {
  await api.POST('/api/notifications/read', { body: { ids } })
}

/** What came after the moment stays unread: nobody has seen it. */
export async function markAllRead(upTo: string): Promise<void> {
  await api.POST('/api/notifications/read-all', { body: { upTo } })
}

export async function listKinds(): Promise<Ways> {
  return present((await api.GET('/api/notification-kinds')).data)
}
