import { describe, expect, it } from 'vitest'
import { errorLine, shortName } from './events'

describe('names of events and listeners', () => {
  it('are shown without their packages and arguments', () => {
    expect(shortName('org.anshe.hazard.HazardClosed')).toBe('HazardClosed')
    expect(shortName('org.anshe.report.internal.Rolls.on(org.anshe.hazard.HazardClosed)')).toBe('Rolls.on')
    expect(shortName('plain')).toBe('plain')
  })
})

describe('the line of an error', () => {
  it('is the first one, without the package of its class', () => {
    expect(errorLine('java.lang.IllegalStateException: no paper\n\tat org.anshe.X')).toBe('IllegalStateException: no paper')
    expect(errorLine('')).toBe('')
  })
})
