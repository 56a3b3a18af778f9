export const LOCALES = ['zh-CN', 'zh-Hant', 'en'] as const
export type UiLocale = (typeof LOCALES)[number]

export function isUiLocale(value: unknown): value is UiLocale {
  return LOCALES.includes(value as UiLocale)
}

/** The interface language for a list of wanted languages, best first; Simplified Chinese when none fits. */
export function bestLocale(wanted: readonly string[]): UiLocale {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (lower.startsWith('en')) return 'en'
    if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant'
    if (lower.startsWith('zh')) return 'zh-CN'
  }
  return 'zh-CN'
}
