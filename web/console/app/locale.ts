import { usePreferences } from '@shared/session/preferences'
import { useSession } from '@shared/session/session'
import { provideLocales, showLocale } from '@shared/i18n/index'
import { bestLocale } from '@shared/i18n/locales'
import { watch } from 'vue'

provideLocales({
  'zh-CN': async () => (await import('./messages/zh-CN')).default,
  'zh-Hant': async () => (await import('./messages/zh-Hant')).default,
  en: async () => (await import('./messages/en')).default,
})

/** Shows the language chosen on this machine, else that of the account, else that of the browser. */
export async function followLocale(): Promise<void> {
  const preferences = usePreferences()
  const session = useSession()
  const wanted = () =>
    preferences.locale ?? bestLocale(session.account ? [session.account.locale] : navigator.languages)
  watch(wanted, (locale) => void showLocale(locale))
  await showLocale(wanted())
}
