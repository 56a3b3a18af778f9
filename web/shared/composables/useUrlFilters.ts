import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** A filter is a word, a set of words or a switch; its default says which. */
export type FilterValue = string | string[] | boolean
export type FilterValues = Record<string, FilterValue>

type Widened<F extends FilterValues> = {
  [Name in keyof F]: F[Name] extends boolean ? boolean : F[Name] extends string[] ? string[] : string
}

export interface UrlFilters<F extends FilterValues> {
  values: ComputedRef<Widened<F>>
  /** How many filters differ from their default. */
  active: ComputedRef<number>
  set: (changes: Partial<Widened<F>>) => void
  clear: () => void
}

function same(a: FilterValue, b: FilterValue): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b
}

function read(fallback: FilterValue, raw: unknown): FilterValue {
  if (raw === undefined || raw === null) return fallback
  const words = (Array.isArray(raw) ? raw : [raw]).filter((word): word is string => typeof word === 'string')
  if (Array.isArray(fallback)) return words.filter((word) => word !== '')
  if (typeof fallback === 'boolean') return words[0] === 'true'
  return words[0] ?? fallback
}

/**
 * Filters kept in the address, so that a filtered list can be linked, reloaded and gone back to.
 * @param defaults every filter with its default, e.g. `{ q: '', state: [] as string[], overdue: false }`
 */
export function useUrlFilters<F extends FilterValues>(defaults: F): UrlFilters<F> {
  const route = useRoute()
  const router = useRouter()

  const values = computed(
    () =>
      Object.fromEntries(
        Object.entries(defaults).map(([name, fallback]) => [name, read(fallback, route.query[name])]),
      ) as Widened<F>,
  )

  function write(next: FilterValues): void {
    const query: LocationQueryRaw = { ...route.query }
    for (const [name, fallback] of Object.entries(defaults)) {
      const value = next[name] ?? fallback
      const plain = Array.isArray(value) && value.length === 0 ? '' : value
      query[name] = same(value, fallback) ? undefined : typeof plain === 'boolean' ? String(plain) : plain
    }
    void router.replace({ query, hash: route.hash })
  }

  return {
    values,
    active: computed(
      () => Object.entries(defaults).filter(([name, fallback]) => !same(values.value[name] ?? fallback, fallback)).length,
    ),
    set: (changes) => write({ ...values.value, ...changes } as FilterValues),
    clear: () => write({ ...defaults }),
  }
}
