import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Messages } from '@shared/i18n/collect'
import { describe, expect, it } from 'vitest'

const SERVER = resolve(import.meta.dirname, '../../../server/src/main/java')

const files = {
  ...import.meta.glob<Messages>('../pages/*/locales/zh-CN.json', { eager: true, import: 'default' }),
  ...import.meta.glob<Messages>('../../shared/locales/zh-CN.json', { eager: true, import: 'default' }),
}
const worded = new Set(Object.values(files).flatMap(({ problems }) => Object.keys(problems ?? {})))

/** The problem types of one catalogue: constants `NAME("slug", status, "title")` of the module it names. */
function typesIn(source: string): string[] {
  const module = /String module\(\)\s*\{\s*return "([\w-]+)"/.exec(source)?.[1]
  if (module === undefined) return []
  return [...source.matchAll(/[A-Z_]+\(\s*"([\w-]+)",\s*\d{3},/g)].map(([, slug]) => `/problems/${module}/${slug}`)
}

const catalogues = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('Problem.java'))

describe('the problems of the server', () => {
  const types = catalogues.flatMap((file) => typesIn(readFileSync(join(SERVER, file), 'utf8')))

  it('are found', () => {
    expect(types).toContain('/problems/shared/forbidden')
  })

  it('have words; that the three languages agree is tested with the other words', () => {
    expect(types.filter((type) => !worded.has(type))).toEqual([])
  })
})
