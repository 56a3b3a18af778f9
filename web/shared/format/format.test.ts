import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatNumber, formatShare } from './format'

describe('dates', () => {
  it('are those of Shanghai', () => {
    expect(formatDate('2026-12-31T16:00:00Z')).toBe('2027-01-01')
    expect(formatDateTime('2026-12-31T16:05:59Z')).toBe('2027-01-01 00:05')
  })

  it('without a time stay as they are', () => {
    expect(formatDate('2026-03-05')).toBe('2026-03-05')
  })

  it('that are missing or unreadable print as unknown', () => {
    expect([formatDate(null), formatDateTime(undefined), formatDate(''), formatDate('soon'), formatDateTime('soon')]).toEqual(Array(5).fill('未知'))
  })
})

describe('figures', () => {
  it('print zero as zero and nothing as unknown', () => {
    expect(formatNumber(0)).toBe('0')
    expect(formatNumber(null)).toBe('未知')
    expect(formatNumber(Number.NaN)).toBe('未知')
    expect(formatShare(undefined)).toBe('未知')
  })

  it('are grouped and rounded', () => {
    expect(formatNumber(1234567.891)).toBe('1,234,567.89')
    expect(formatNumber(2, 1)).toBe('2.0')
    expect(formatShare(0.125)).toBe('12.5%')
  })
})
