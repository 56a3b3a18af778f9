import type { Messages } from '@shared/i18n/collect'
import { LOCALES, type UiLocale } from '@shared/i18n/locales'
import { strays, unquoted } from '@shared/testing/script'
import { describe, expect, it } from 'vitest'
import { pages } from './modules'

const files = {
  ...import.meta.glob<Messages>('../pages/*/locales/*.json', { eager: true, import: 'default' }),
  ...import.meta.glob<Messages>('../../shared/locales/*.json', { eager: true, import: 'default' }),
}
const sources = import.meta.glob<string>(
  ['../**/*.{vue,ts}', '../../shared/**/*.{vue,ts}', '!../**/*.test.ts', '!../../shared/**/*.test.ts'],
  { eager: true, query: '?raw', import: 'default' },
)

/** Every text of a file by its dotted key; problem types keep their slashes. */
function flat(words: Messages, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value] as [string, string]] : flat(value, `${above}${key}.`),
  )
}

const folders = [...new Set(Object.keys(files).map((path) => path.replace(/[^/]+\.json$/, '')))]
const wordsOf = (folder: string, locale: UiLocale) => new Map(flat(files[`${folder}${locale}.json`] ?? {}))
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe.each(folders)('the words in %s', (folder) => {
  const [chinese, traditional, english] = LOCALES.map((locale) => wordsOf(folder, locale)) as [Map<string, string>, Map<string, string>, Map<string, string>]

  it('are there in all three languages under the same keys', () => {
    expect(chinese.size).toBeGreaterThan(0)
    expect([...traditional.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('have the same placeholders in all three', () => {
    for (const [key, text] of chinese) {
      expect(placeholders(traditional.get(key) ?? ''), key).toEqual(placeholders(text))
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })

  it('keep to their script', () => {
    const wrong = [...traditional].map(([key, text]) => [key, strays(text, 'traditional')] as const)
    const alsoWrong = [...chinese].map(([key, text]) => [key, strays(text, 'simplified')] as const)
    expect([...wrong, ...alsoWrong].filter(([, found]) => found.length > 0)).toEqual([])
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(unquoted(text)) && !text.includes('安社'))).toEqual([])
  })
})

describe('every key', () => {
  const known = new Set(
    folders.flatMap((folder) => {
      const module = /\/pages\/([^/]+)\//.exec(folder)?.[1]
      return [...wordsOf(folder, 'zh-CN').keys()].map((key) => (module === undefined ? key : `${module}.${key}`))
    }),
  )

  it('that a page, a component or the menu names has words', () => {
    const used = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => `${key} (${file})`),
    )
    const titles = pages.map(({ title, path }) => `${title} (${path})`)
    expect(used.length).toBeGreaterThan(20)
    expect([...used, ...titles].filter((one) => !known.has(one.split(' ')[0] ?? ''))).toEqual([])
  })
})
