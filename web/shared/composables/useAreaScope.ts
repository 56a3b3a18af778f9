import { computed, type ComputedRef } from 'vue'
import { usePreferences } from '../session/preferences'
import { useSession } from '../session/session'
import type { Session } from '../session/sessionApi'

interface AreaScope {
  /** The area chosen in the top bar; null is everything the person may see. */
  area: ComputedRef<Session['areas'][number] | null>
  /** Where a new record most likely lies: the chosen area, or the grid of somebody who has no other. */
  here: ComputedRef<Session['areas'][number] | null>
  choose: (key: string | null) => void
}

/** The last seven digits of a key tell what lies within a community. */
const isGrid = (key: string) => !key.endsWith('0000000')

/**
 * The area a person is working in. Lists and figures pass `area.value?.key` to the server when their own area filter is
 * empty. A choice made under another account is not followed.
 */
export function useAreaScope(): AreaScope {
  const session = useSession()
  const preferences = usePreferences()
  const area = computed(() => session.areas.find(({ key }) => key === preferences.area) ?? null)
  return {
    area,
    here: computed(() => area.value ?? (session.areas.length === 1 ? (session.areas.find(({ key }) => isGrid(key)) ?? null) : null)),
    choose: (key) => (preferences.area = key),
  }
}
