import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n } from '../i18n/index'
import { useSession } from '../session/session'
import type { Session } from '../session/sessionApi'

export const CLERK: Session = {
  account: {
    id: '0197a000-0000-7000-8000-000000000001',
    login: 'chenlan',
    name: '陈岚',
    locale: 'zh-CN',
    mustChangePassword: false,
    totpEnabled: false,
  },
  permissions: ['hazard.list'],
  areas: [{ key: '3201130070000000000', name: '仙林街道' }],
}

interface Surroundings {
  props?: Record<string, unknown>
  slots?: Record<string, unknown>
  at?: string
  session?: Session
}

export interface Mounted {
  wrapper: VueWrapper
  router: Router
}

/** Mounts a component the way it stands in the application: router, words, session, query cache. */
export async function mountInApp(component: Component, { props, slots, at = '/', session }: Surroundings = {}): Promise<Mounted> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { render: () => null }, meta: { trail: [{ title: 'ui.menu.hazard', path: null }] } }],
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  if (session) useSession().current = session
  await router.push(at)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(component as never, {
    props: props as never,
    slots: slots as never,
    attachTo: document.body,
    global: { plugins: [router, pinia, i18n, [VueQueryPlugin, { queryClient }]] },
  })
  return { wrapper: wrapper as VueWrapper, router }
}

/** Runs a composable inside a component and hands back what it returned. */
export async function withSetup<T>(setup: () => T, surroundings: Surroundings = {}): Promise<Mounted & { result: T }> {
  const kept: { result?: T } = {}
  const Host = defineComponent({
    setup() {
      kept.result = setup()
      return () => h('div')
    },
  })
  const mounted = await mountInApp(Host, surroundings)
  return { ...mounted, result: kept.result as T }
}
