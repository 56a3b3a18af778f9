import { api } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import type { UiLocale } from '@shared/i18n/locales'

type Schemas = components['schemas']
export type Enrolment = Schemas['SecondFactorEnrolment']

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

export async function chooseLocale(locale: UiLocale): Promise<void> {
  await api.PUT('/api/account/locale', { body: { locale } })
}

export async function listOwnSessions(): Promise<Schemas['LoginSession'][]> {
  return present((await api.GET('/api/account/sessions')).data)
}

export async function endOwnSession(session: string): Promise<void> {
  await api.DELETE('/api/account/sessions/{session}', { params: { path: { session } } })
}

export async function enrol(): Promise<Enrolment> {
  return present((await api.POST('/api/account/second-factor')).data)
}

export async function confirm(code: string): Promise<void> {
  await api.POST('/api/account/second-factor/confirmation', { body: { code } })
}

export async function remove(password: string): Promise<void> {
  await api.POST('/api/account/second-factor/removal', { body: { password } })
}

export type OwnPreferences = Schemas['OwnPreferences']
export type Ways = Schemas['NotificationWays']
export type WayOut = Schemas['Refused']['channel']

export async function changeEmail(email: string): Promise<void> {
  await api.PUT('/api/account/email', { body: { email: email.trim() || null } })
}

export async function getPreferences(): Promise<OwnPreferences> {
  return present((await api.GET('/api/account/notification-preferences')).data)
}

export async function keepPreferences(wanted: OwnPreferences): Promise<void> {
  await api.PUT('/api/account/notification-preferences', { body: wanted })
}

export async function getWays(): Promise<Ways> {
  return present((await api.GET('/api/notification-kinds')).data)
}
