import { describe, expect, it } from 'vitest'
import { deviceOf } from './device'

describe('the device of a session', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome 140, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge 140, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari 18, iOS'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50', 'WeChat 8, Android'],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('is read from %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device)
  })

  it('is not made up when the browser said nothing', () => {
    expect(deviceOf(null)).toBeNull()
    expect(deviceOf('')).toBeNull()
  })
})
