import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { CLERK } from '../testing/mountInApp'
import { problemResponse, stubFetch } from '../testing/stubFetch'
import { bestLocale } from '../i18n/locales'
import { usePreferences } from './preferences'
import { useSession } from './session'

beforeEach(() => {
  localStorage.clear()
  document.cookie = 'XSRF-TOKEN=t; path=/'
  setActivePinia(createPinia())
})

describe('the session', () => {
  it('is asked for once', async () => {
    const requests = stubFetch(Response.json(CLERK))
    const session = useSession()
    await session.load()
    await session.load()
    expect(requests).toHaveLength(1)
    expect(session.account?.name).toBe('陈岚')
    expect(session.can('hazard.list')).toBe(true)
    expect(session.can('hazard.close')).toBe(false)
    expect(session.can(undefined)).toBe(true)
  })

  it('may be nobody, which is no failure; a broken server is', async () => {
    stubFetch(problemResponse(401, 'about:blank'))
    expect(await useSession().load()).toBeNull()
    setActivePinia(createPinia())
    stubFetch(problemResponse(500, 'about:blank'))
    await expect(useSession().load()).rejects.toMatchObject({ status: 500 })
    expect(useSession().known).toBe(false)
  })

  it('opens with credentials and ends with signing out', async () => {
    stubFetch((request) => (request.method === 'POST' ? Response.json(CLERK) : new Response(null, { status: 204 })))
    const session = useSession()
    await session.signIn({ login: 'chenlan', password: 'x' })
    expect(session.areas).toHaveLength(1)
    await session.signOut()
    expect(session.current).toBeNull()
    expect(session.can('hazard.list')).toBe(false)
  })
})

describe('preferences', () => {
  it('come back on the next visit, and rubbish does not', async () => {
    usePreferences().menuCollapsed = true
    usePreferences().locale = 'en'
    await nextTick()
    setActivePinia(createPinia())
    expect(usePreferences()).toMatchObject({ menuCollapsed: true, locale: 'en', area: null })
    localStorage.setItem('anshe.preferences', '{"locale":"xx","area":7')
    setActivePinia(createPinia())
    expect(usePreferences()).toMatchObject({ menuCollapsed: false, locale: null, area: null })
  })
})

describe('the language', () => {
  it('is the first wanted one that there is', () => {
    expect(bestLocale(['fr-FR', 'zh-HK'])).toBe('zh-Hant')
    expect(bestLocale(['zh-SG', 'en'])).toBe('zh-CN')
    expect(bestLocale(['en-GB'])).toBe('en')
    expect(bestLocale(['zh-Hant-TW'])).toBe('zh-Hant')
    expect(bestLocale([])).toBe('zh-CN')
  })
})
