import { i18n } from '@shared/i18n/index'
import { recordsOf } from '@shared/app/routes'
import { useSession } from '@shared/session/session'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router'
import { watchEffect } from 'vue'
import { pages } from './modules'

export const LOGIN = '/login'
export const HOME = '/home'
export const OWN_ACCOUNT = '/account'
export const CHANGE_PASSWORD = '/account/password'

/** The login page, remembering where the person wanted to go. */
export function loginFor(wanted: string): RouteLocationRaw {
  const isStart = wanted === '/' || wanted === HOME || wanted.startsWith(LOGIN)
  return { path: LOGIN, query: isStart ? {} : { to: wanted } }
}

async function admit(to: RouteLocationNormalized): Promise<RouteLocationRaw | true> {
  if (to.meta.open) return true
  const session = useSession()
  const current = await session.load()
  if (current === null) return loginFor(to.fullPath)
  if (current.account.mustChangePassword && to.path !== CHANGE_PASSWORD) return CHANGE_PASSWORD
  return true
}

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    { path: '/', redirect: HOME },
    ...recordsOf(pages),
    { path: '/:missing(.*)*', name: 'missing', component: () => import('./NotFoundPage.vue'), meta: { title: 'ui.notFound.title' } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

let pending: RouteLocationNormalized | null = null
router.beforeEach((to) => void (pending = to))
router.beforeEach(admit)
router.afterEach(() => void (pending = null))

/** Where the person is, or already on the way to. */
export const headedFor = (): RouteLocationNormalized => pending ?? router.currentRoute.value

/** Keeps the window's title in step with the page and the language. */
export function followTitle(): void {
  const { t } = i18n.global
  watchEffect(() => {
    const { title } = router.currentRoute.value.meta
    document.title = title === undefined ? t('ui.product') : t('ui.windowTitle', { page: t(title) })
  })
}
