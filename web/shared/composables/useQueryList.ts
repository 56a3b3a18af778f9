import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive, type UnwrapNestedRefs, type ComputedRef } from 'vue'
import type { KeysetPage } from '../api/client'
import { currentLocale } from '../i18n/index'
import { useUrlFilters, type FilterValues, type UrlFilters } from './useUrlFilters'

export interface ListStep<V> {
  filters: V
  /** Cursor of the step before; null for the first. */
  after: string | null
  limit: number
  signal: AbortSignal
}

type Values<F extends FilterValues> = UrlFilters<F>['values']['value']

interface QueryListOptions<F extends FilterValues, Row> {
  /** Name of the list in the cache; start with the module: `['hazards', 'list']`. */
  key: readonly unknown[]
  filters: F
  fetch: (step: ListStep<Values<F>>) => Promise<KeysetPage<Row>>
  limit?: number
}

interface QueryListRefs<F extends FilterValues, Row> {
  rows: ComputedRef<Row[]>
  /** Null when the server did not count. */
  total: ComputedRef<number | null>
  filters: ComputedRef<Values<F>>
  activeFilters: ComputedRef<number>
  pending: ComputedRef<boolean>
  /** True while other filters are being fetched and the rows before still stand. */
  stale: ComputedRef<boolean>
  error: ComputedRef<unknown>
  empty: ComputedRef<boolean>
  hasMore: ComputedRef<boolean>
  loadingMore: ComputedRef<boolean>
  setFilters: UrlFilters<F>['set']
  clearFilters: () => void
  loadMore: () => void
  retry: () => void
}

export type QueryList<F extends FilterValues, Row> = UnwrapNestedRefs<QueryListRefs<F, Row>>

/** A keyset-paged list bound to the filters in the address; QueryTable shows it. */
export function useQueryList<F extends FilterValues, Row>(options: QueryListOptions<F, Row>): QueryList<F, Row> {
  const url = useUrlFilters(options.filters)
  const limit = options.limit ?? 50
  const query = useInfiniteQuery({
    queryKey: computed(() => [...options.key, url.values.value, currentLocale()]),
    queryFn: ({ pageParam, signal }) =>
      options.fetch({ filters: url.values.value, after: pageParam, limit, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: KeysetPage<Row>) => last.next,
    placeholderData: (before) => before,
  })
  const pages = computed(() => query.data.value?.pages ?? [])
  const rows = computed(() => pages.value.flatMap((page) => page.items))
  const refs: QueryListRefs<F, Row> = {
    rows,
    total: computed(() => pages.value[0]?.total ?? null),
    filters: url.values,
    activeFilters: url.active,
    pending: computed(() => query.isPending.value),
    stale: computed(() => query.isPlaceholderData.value),
    error: computed(() => query.error.value),
    empty: computed(() => query.isSuccess.value && rows.value.length === 0),
    hasMore: computed(() => query.hasNextPage.value),
    loadingMore: computed(() => query.isFetchingNextPage.value),
    setFilters: url.set,
    clearFilters: url.clear,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
  return reactive(refs) as QueryList<F, Row>
}
