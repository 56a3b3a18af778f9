import { api } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import { newId } from '@shared/ids'

export type Role = components['schemas']['Role']
export type Permission = components['schemas']['RolePermission']

/** A role as the editor holds it; `id` is made here for a new one. */
export interface RoleForm {
  id: string
  code: string
  zhCN: string
  zhHant: string
  en: string
  permissions: string[]
  /** Null for a new role. */
  version: number | null
}

export interface PermissionGroup {
  module: string
  permissions: string[]
}

export async function listRoles(): Promise<Role[]> {
  return (await api.GET('/api/roles')).data ?? []
}

export async function listPermissions(): Promise<Permission[]> {
  return (await api.GET('/api/permissions')).data ?? []
}

/** Permissions under their modules, both in the order the server gives. */
export function grouped(permissions: readonly Permission[]): PermissionGroup[] {
  const groups = new Map<string, string[]>()
  for (const { module, permission } of permissions) groups.set(module, [...(groups.get(module) ?? []), permission])
  return [...groups].map(([module, held]) => ({ module, permissions: held }))
}

export function formOf(role: Role): RoleForm {
  const { id, code, names, permissions, version } = role
  return { id, code, zhCN: names['zh-CN'] ?? '', zhHant: names['zh-Hant'] ?? '', en: names['en'] ?? '', permissions: [...permissions], version }
}

export function newForm(): RoleForm {
  return { id: newId(), code: '', zhCN: '', zhHant: '', en: '', permissions: [], version: null }
}

export async function saveRole({ id, code, zhCN, zhHant, en, permissions, version }: RoleForm): Promise<void> {
  const names = { zhCN, zhHant, en }
  if (version === null) await api.POST('/api/roles', { body: { id, code, names, permissions } })
  else await api.PUT('/api/roles/{role}', { params: { path: { role: id } }, body: { names, permissions, version } })
}
