import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { crc32, deflateSync, inflateRawSync } from 'node:zlib'
import type { Download } from '@playwright/test'

export interface MadeFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const WIDTH = 96
const HEIGHT = 72
const COLOURED = 2

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG that nobody has sent before: stripes in a colour of chance. */
export function picture(name: string): MadeFile {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, COLOURED], 8)
  const rows = Array.from({ length: HEIGHT }, () => {
    const colour = randomBytes(3)
    return Buffer.concat([Buffer.alloc(1), ...Array.from({ length: WIDTH }, () => colour)])
  })
  const buffer = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name, mimeType: 'image/png', buffer }
}

/** A table as Excel saves it in UTF-8. */
export function csv(name: string, rows: readonly (readonly string[])[]): MadeFile {
  const text = rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}\r\n`) }
}

const DIRECTORY_ENTRY = 0x02014b50
const DIRECTORY_END = 0x06054b50
const STORED = 0

/** The words in one part of a downloaded .docx or .xlsx; fails when the file is no zip or lacks the part. */
export async function wordsOf(download: Download, part: string): Promise<string> {
  const text = (await partOf(download, part)).replaceAll(/<[^>]+>/g, '')
  return text.replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

async function partOf(download: Download, part: string): Promise<string> {
  const zip = await readFile(await download.path())
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== DIRECTORY_END) throw new Error(`${download.suggestedFilename()} is no zip`)
  let at = zip.readUInt32LE(end + 16)
  while (at < end && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === part) {
      const local = zip.readUInt32LE(at + 42)
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === STORED ? data : inflateRawSync(data)).toString('utf8')
    }
    at += 46 + nameLength + extra + comment
  }
  throw new Error(`${download.suggestedFilename()} has no ${part}`)
}
