import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import type { Plugin } from 'vue'
import { NetworkFailure } from '../api/problem'

const RETRIES = 2

/** Server state. Only a broken connection is tried again; a refusal is an answer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof NetworkFailure && !error.timedOut && failures < RETRIES,
      retryDelay: (attempt) => 800 * 2 ** attempt,
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export const queryPlugin: Plugin = {
  install: (app) => app.use(VueQueryPlugin, { queryClient }),
}
