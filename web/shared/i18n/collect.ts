import type { Language } from 'element-plus/es/locale'

/** Words by key, nested. */
export interface Messages {
  [key: string]: string | Messages
}

/** What one language needs: the words of the interface and those of Element Plus. */
export interface LocaleBundle {
  messages: Messages
  elementPlus: Language
}

/** Words that every module adds to, each under its own keys, instead of keeping them to itself. */
const COMMON = ['problems', 'fieldErrors', 'rowErrors', 'permissions', 'actions', 'modules'] as const

function wordsIn(messages: Messages, section: string): Messages {
  const words = messages[section]
  return typeof words === 'object' ? words : {}
}

function moduleOf(path: string): string {
  const name = /\/pages\/([^/]+)\/locales\//.exec(path)?.[1]
  if (name === undefined) throw new Error(`not a module's locale file: ${path}`)
  return name
}

/**
 * Joins the shared words with those of each module, which live under the module's folder name:
 * `pages/hazards/locales/zh-CN.json` → `t('hazards.…')`.
 */
export function collect(shared: Messages, modules: Record<string, Messages>, elementPlus: Language): LocaleBundle {
  const messages: Messages = { ...shared }
  for (const [path, words] of Object.entries(modules)) {
    const own: Messages = { ...words }
    for (const section of COMMON) {
      messages[section] = { ...wordsIn(messages, section), ...wordsIn(own, section) }
      Reflect.deleteProperty(own, section)
    }
    messages[moduleOf(path)] = own
  }
  return { messages, elementPlus }
}
