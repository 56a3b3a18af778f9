import { currentLocale } from './index'

/** The name of a thing whose names are data, in the language shown. */
export function dataName(names: Readonly<Record<string, string>>): string {
  return names[currentLocale()] ?? names['zh-CN'] ?? Object.values(names)[0] ?? ''
}
