import type { Group, Item } from '../../types'

/** An empty item with the next free number of its heading; the code stays with it for good. */
export function newItem(groups: readonly Group[], group: Group): Item {
  const taken = new Set(groups.flatMap(({ items }) => items.map(({ code }) => code)))
  let number = group.items.length + 1
  const code = () => `local-${group.code}-${String(number).padStart(2, '0')}`
  while (taken.has(code())) number += 1
  const empty = () => ({ 'zh-CN': '', 'zh-Hant': '', en: '' })
  return {
    code: code(),
    text: empty(),
    how: empty(),
    basis: null,
    defaultGrade: 'GENERAL',
    onSiteFixable: true,
    photoOnFail: true,
    legalNumber: null,
  }
}
