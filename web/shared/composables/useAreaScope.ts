import { computed, type ComputedRef } from 'vue'
import { usePreferences } from '../session/preferences'
import { useSession } from '../session/session'
import type { Session } from '../session/sessionApi'

interface AreaScope {
  /** The area chosen in the top bar; null is everything the person may see. */
  area: ComputedRef<Session['areas'][number] | null>
  choose: (key: string | null) => void
}

/**
 * The area a person is working in. Lists and figures pass `area.value?.key` to the server when their own area filter is
 * empty. A choice made under another account is not followed.
 */
export function useAreaScope(): AreaScope {
  const session = useSession()
  const preferences = usePreferences()
  return {
    area: computed(() => session.areas.find(({ key }) => key === preferences.area) ?? null),
    choose: (key) => (preferences.area = key),
  }
}
