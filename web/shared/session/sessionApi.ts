import { api } from '../api/client'
import { ApiProblem } from '../api/problem'
import type { components } from '../api/schema'

export type Session = components['schemas']['Session']
export type Credentials = components['schemas']['Credentials']

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered without a body')
  return data
}

/** Who is signed in, or null. */
export async function fetchSession(): Promise<Session | null> {
  try {
    return present((await api.GET('/api/session')).data)
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) return null
    throw problem
  }
}

export async function openSession(credentials: Credentials): Promise<Session> {
  return present((await api.POST('/api/session', { body: credentials })).data)
}

export async function closeSession(): Promise<void> {
  await api.DELETE('/api/session')
}
