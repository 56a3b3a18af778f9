import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { isUiLocale, type UiLocale } from '../i18n/locales'

const STORE = 'anshe.preferences'

interface Saved {
  locale: UiLocale | null
  menuCollapsed: boolean
  area: string | null
}

function read(): Saved {
  let saved: Partial<Saved> = {}
  try {
    saved = (JSON.parse(localStorage.getItem(STORE) ?? '{}') ?? {}) as Partial<Saved>
  } catch {
    // A browser without storage starts from the defaults.
  }
  return {
    locale: isUiLocale(saved.locale) ? saved.locale : null,
    menuCollapsed: saved.menuCollapsed === true,
    area: typeof saved.area === 'string' ? saved.area : null,
  }
}

/** What a person chose on this machine. */
export const usePreferences = defineStore('preferences', () => {
  const saved = read()
  /** Null until a language is chosen: then the account's or the browser's language is shown. */
  const locale = ref(saved.locale)
  const menuCollapsed = ref(saved.menuCollapsed)
  /** Key of the area that lists start with; null is everything the person may see. */
  const area = ref(saved.area)

  watch([locale, menuCollapsed, area], () => {
    const now: Saved = { locale: locale.value, menuCollapsed: menuCollapsed.value, area: area.value }
    try {
      localStorage.setItem(STORE, JSON.stringify(now))
    } catch {
      // Kept for this visit only.
    }
  })

  return { locale, menuCollapsed, area }
})
