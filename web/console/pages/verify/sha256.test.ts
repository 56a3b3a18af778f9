import { describe, expect, it } from 'vitest'
import { sha256 } from './sha256'

const of = (text: string): string => sha256(new TextEncoder().encode(text))

describe('sha256', () => {
  it('agrees with the published examples', () => {
    expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1')
  })

  it('agrees with the browser for every length around a block', async () => {
    for (let length = 50; length < 140; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 251)
      const own = await crypto.subtle.digest('SHA-256', bytes)
      expect(sha256(bytes)).toBe([...new Uint8Array(own)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
    }
  })
})
