import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import type { Tone } from '@shared/components/tone'
import { newId } from '@shared/ids'

type Schemas = components['schemas']
export type Target = Schemas['Target']
export type TargetDetails = Schemas['TargetDetails']
export type Delivery = Schemas['DeliveryRow']
export type SetUp = Schemas['ChannelSetUp']

export const STATES: readonly Delivery['state'][] = ['WAITING', 'SENT', 'FAILED', 'UNCERTAIN', 'DROPPED', 'GATHERING', 'DIGESTED']

export const STATE_TONES: Record<Delivery['state'], Tone> = {
  GATHERING: 'grey',
  DIGESTED: 'grey',
  WAITING: 'blue',
  CLAIMED: 'blue',
  SENDING: 'blue',
  SENT: 'green',
  DROPPED: 'grey',
  FAILED: 'red',
  UNCERTAIN: 'orange',
}

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

export async function getSetUp(): Promise<SetUp> {
  return present((await api.GET('/api/notification-setup')).data)
}

export async function listTargets(): Promise<Target[]> {
  return present((await api.GET('/api/notification-targets')).data)
}

/** A target as a form holds it; the secret is never read back. */
export interface TargetForm extends Omit<TargetDetails, 'secret' | 'areaKey'> {
  areaKey: string | null
  secret: string
}

export function formOf(target: Target | null, template: string): TargetForm {
  return target === null
    ? { version: 0, name: '', audience: 'GROUP', url: '', kinds: [], areaKey: null, template, perMinute: 20, dropsRepeats: false, enabled: true, secret: '' }
    : { ...target, areaKey: target.area ?? null, secret: '' }
}

export async function saveTarget(target: Target | null, form: TargetForm): Promise<void> {
  const { version, name, audience, url, kinds, areaKey, template, perMinute, dropsRepeats, enabled } = form
  const details = { version, name, audience, url, kinds, areaKey, template, perMinute, dropsRepeats, enabled, secret: form.secret || null }
  if (target === null) await api.POST('/api/notification-targets', { body: { id: newId(), details } })
  else await api.PUT('/api/notification-targets/{target}', { params: { path: { target: target.id } }, body: details })
}

export async function listDeliveries(
  state: string,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<KeysetPage<Delivery>> {
  const query = { state: (state || undefined) as Delivery['state'] | undefined, after: after ?? undefined, limit }
  const page = present((await api.GET('/api/notification-deliveries', { params: { query }, signal })).data)
  return { items: page.items, next: page.next ?? null, total: page.total ?? null }
}

export async function replayOne(delivery: string): Promise<number> {
  await api.POST('/api/notification-deliveries/{delivery}/replay', { params: { path: { delivery } } })
  return 1
}

export async function replayFailed(): Promise<number> {
  return present((await api.POST('/api/notification-deliveries/replay')).data).count
}
