import { createHmac } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP = 30_000

function bytesOf(secret: string): Buffer {
  const bits = [...secret.replace(/[=\s]/g, '')].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What an authenticator shows for a secret in Base32 at a step of 30 seconds: RFC 6238 with SHA-1 and six digits. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 0x0f
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step of now. */
export const stepNow = () => Math.floor(Date.now() / STEP)

/** Six digits that are no code of the minutes around now. */
export function wrongCode(secret: string): string {
  const near = Array.from({ length: 11 }, (_, i) => codeAt(secret, stepNow() - 5 + i))
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777', '888888', '999999', '123456', '654321'].find((code) => !near.includes(code)) ?? ''
}
