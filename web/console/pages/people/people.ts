import { api, type KeysetPage } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import type { Tone } from '@shared/components/tone'

type Schemas = components['schemas']
export type AccountRow = Schemas['AccountRow']
export type AccountDetail = Schemas['AccountDetail']
export type Assignment = Schemas['AccountAssignmentRow']
export type Role = Schemas['Role']
export type AccountState = AccountRow['state']

/** The person as a form holds it. */
export interface PersonForm {
  name: string
  phone: string
  email: string
  unitId: string | null
  areaKey: string | null
}

export interface AccountFilters {
  q: string
  unitId: string
  state: string
  role: string
}

export const STATES: readonly AccountState[] = ['ACTIVE', 'LOCKED', 'DISABLED', 'NO_LOGIN', 'RETIRED']

export const STATE_TONES: Record<AccountState, Tone> = {
  ACTIVE: 'green',
  LOCKED: 'yellow',
  DISABLED: 'red',
  NO_LOGIN: 'grey',
  RETIRED: 'grey',
}

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

const details = (form: PersonForm) => ({
  name: form.name.trim(),
  phone: form.phone.trim() || null,
  email: form.email.trim() || null,
  unitId: form.unitId,
  areaKey: form.areaKey,
})

export async function listAccounts(
  filters: AccountFilters,
  after: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<KeysetPage<AccountRow>> {
  const query = {
    q: filters.q || undefined,
    unitId: filters.unitId || undefined,
    state: (filters.state || undefined) as AccountState | undefined,
    role: filters.role || undefined,
    after: after ?? undefined,
    limit,
  }
  const page = present((await api.GET('/api/accounts', { params: { query }, signal })).data)
  return { items: page.items, next: page.next ?? null, total: page.total ?? null }
}

export async function getAccount(person: string): Promise<AccountDetail> {
  return present((await api.GET('/api/accounts/{person}', { params: { path: { person } } })).data)
}

export async function listRoles(): Promise<Role[]> {
  return present((await api.GET('/api/roles')).data)
}

/** The initial password, or null when the person has no login. */
export async function createAccount(id: string, form: PersonForm, login: string): Promise<string | null> {
  const body = { id, ...details(form), login: login.trim() || null }
  return present((await api.POST('/api/accounts', { body })).data).initialPassword ?? null
}

/** Refused when the person is no longer of the version the form was filled from. */
export async function changePerson({ id, version }: AccountRow, form: PersonForm): Promise<void> {
  await api.PUT('/api/accounts/{person}', { params: { path: { person: id } }, body: { version, ...details(form) } })
}

export async function changeState(person: string, step: 'DISABLE' | 'ENABLE' | 'RETIRE', reason: string): Promise<void> {
  await api.POST('/api/accounts/{person}/state', { params: { path: { person } }, body: { step, reason } })
}

export async function resetPassword(person: string): Promise<string> {
  const { data } = await api.POST('/api/accounts/{person}/password-reset', { params: { path: { person } } })
  return present(data).initialPassword
}

export async function resetSecondFactor(person: string): Promise<void> {
  await api.POST('/api/accounts/{person}/second-factor-reset', { params: { path: { person } } })
}

export interface AssignmentForm {
  role: string
  everywhere: boolean
  areaKey: string | null
  unitId: string | null
}

export async function assign(person: string, id: string, form: AssignmentForm): Promise<void> {
  const body = { id, ...form, areaKey: form.everywhere ? null : form.areaKey }
  await api.POST('/api/accounts/{person}/assignments', { params: { path: { person } }, body })
}

export async function endAssignment(person: string, assignment: string): Promise<void> {
  await api.DELETE('/api/accounts/{person}/assignments/{assignment}', { params: { path: { person, assignment } } })
}

export async function listSessions(person: string): Promise<Schemas['LoginSession'][]> {
  return present((await api.GET('/api/accounts/{person}/sessions', { params: { path: { person } } })).data)
}

export async function endSession(person: string, session: string): Promise<void> {
  await api.DELETE('/api/accounts/{person}/sessions/{session}', { params: { path: { person, session } } })
}
