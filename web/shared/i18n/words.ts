import { currentLocale, i18n } from './index'

/** Sections whose keys are names of the server, with dots in them, to which every module adds its own. */
export type WordSection = 'permissions' | 'actions' | 'modules' | 'rowErrors'

/** The word for a name of the server; the name itself when nobody has put it into words. */
export function wordFor(section: WordSection, name: string): string {
  const words = i18n.global.getLocaleMessage(currentLocale()) as Record<string, Record<string, string> | undefined>
  const word = words[section]?.[name]
  return word === undefined ? name : i18n.global.rt(word)
}

/** All names of a section that have words. */
export function namesIn(section: WordSection): string[] {
  const words = i18n.global.getLocaleMessage(currentLocale()) as Record<string, Record<string, string> | undefined>
  return Object.keys(words[section] ?? {})
}
