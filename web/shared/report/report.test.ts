import { describe, expect, it } from 'vitest'
import { lastHalfYear, officeDay, periodOf, runningPeriod } from './period'
import { change, rowsLink } from './report'

const reading = (numerator: number | null, denominator: number | null = null) => ({
  numerator,
  denominator,
  value: numerator === null || denominator === 0 ? null : denominator === null ? numerator : numerator / denominator,
})

describe('periods', () => {
  it('turn at midnight in Shanghai', () => {
    expect(officeDay(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30')
    expect(officeDay(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
  })

  it('are whole months', () => {
    expect(runningPeriod('month', '2026-02-11')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(runningPeriod('quarter', '2026-06-30')).toEqual({ from: '2026-04-01', to: '2026-06-30' })
    expect(runningPeriod('half', '2026-12-31')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  })

  it('go back over the year', () => {
    expect(lastHalfYear('2026-03-05')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
    expect(lastHalfYear('2026-07-03')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  })

  it('take a custom one only when it is whole', () => {
    expect(periodOf('custom', '2026-01-05', '2026-01-09')).toEqual({ from: '2026-01-05', to: '2026-01-09' })
    expect(periodOf('custom', '2026-01-09', '2026-01-05')).toEqual(runningPeriod('half'))
  })
})

describe('a number', () => {
  it('opens its rows with everything it asked', () => {
    const link = rowsLink('hazards-open', { from: '2026-01-01', to: '2026-06-30', area: '3201', filters: ['domain:fire'], part: 'DENOMINATOR', asOf: 'T' })
    expect(link).toEqual({
      path: '/indicators/hazards-open/rows',
      query: { from: '2026-01-01', to: '2026-06-30', area: '3201', filter: ['domain:fire'], part: 'DENOMINATOR', asOf: 'T' },
    })
  })

  it('is not compared with nothing', () => {
    expect(change(reading(3), reading(0))).toBeNull()
    expect(change(reading(3), reading(null))).toBeNull()
    expect(change(reading(3), reading(4))).toBe(-0.25)
    expect(change(reading(3, 4), reading(1, 2))).toBe(0.25)
  })
})
