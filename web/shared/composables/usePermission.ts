import { computed, type ComputedRef } from 'vue'
import { useSession, type Permission } from '../session/session'

/** `const mayClose = usePermission('hazard.close')`, to show or hide an action. The server decides again. */
export function usePermission(permission: Permission): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => session.can(permission))
}
