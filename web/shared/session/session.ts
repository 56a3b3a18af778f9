import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { closeSession, fetchSession, openSession, type Credentials, type Session } from './sessionApi'

/** A permission, or several of which one is enough. */
export type Permission = string | readonly string[]

/** Who is signed in, what they may do and where. */
export const useSession = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  const known = ref(false)

  const account = computed(() => current.value?.account ?? null)
  const areas = computed(() => current.value?.areas ?? [])
  const permissions = computed(() => new Set(current.value?.permissions ?? []))

  function show(session: Session | null): void {
    current.value = session
    known.value = true
  }

  /** Asks the server once; later calls answer from memory. */
  async function load(): Promise<Session | null> {
    if (!known.value) show(await fetchSession())
    return current.value
  }

  async function signIn(credentials: Credentials): Promise<void> {
    show(await openSession(credentials))
  }

  async function signOut(): Promise<void> {
    await closeSession()
    show(null)
  }

  /** Asks again, after something about the account has changed. */
  async function reload(): Promise<void> {
    show(await fetchSession())
  }

  /** The server has said that nobody is signed in. */
  function forget(): void {
    show(null)
  }

  function can(permission: Permission | undefined): boolean {
    if (permission === undefined) return true
    const wanted = typeof permission === 'string' ? [permission] : permission
    return wanted.some((one) => permissions.value.has(one))
  }

  return { current, known, account, areas, permissions, load, signIn, signOut, reload, forget, can }
})
