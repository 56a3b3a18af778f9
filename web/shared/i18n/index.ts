import { shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language } from 'element-plus/es/locale'
import type { LocaleBundle } from './collect'
import type { UiLocale } from './locales'

export type LocaleLoaders = Record<UiLocale, () => Promise<LocaleBundle>>

/** The one set of words of the running application. */
export const i18n = createI18n<false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {},
})

/** Words of Element Plus in the language shown. */
export const elementPlusLocale = shallowRef<Language>()

let loaders: LocaleLoaders | undefined

export function provideLocales(given: LocaleLoaders): void {
  loaders = given
}

export function currentLocale(): UiLocale {
  return i18n.global.locale.value as UiLocale
}

/** Loads the words of a language when they are not there yet, and shows it. */
export async function showLocale(locale: UiLocale): Promise<void> {
  if (loaders === undefined) throw new Error('provideLocales first')
  const bundle = await loaders[locale]()
  i18n.global.setLocaleMessage(locale, bundle.messages)
  i18n.global.locale.value = locale
  elementPlusLocale.value = bundle.elementPlus
  document.documentElement.lang = locale
}
