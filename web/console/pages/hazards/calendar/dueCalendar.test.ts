import { describe, expect, it } from 'vitest'
import { dayBy, linkOf, monthAfter, sheetOf, type DueRow } from './dueCalendar'

describe('the sheet of a month', () => {
  it('has six weeks from Monday on that hold the whole month', () => {
    expect(sheetOf('2026-06')).toEqual({ from: '2026-06-01', to: '2026-07-12' })
    expect(sheetOf('2026-02')).toEqual({ from: '2026-01-26', to: '2026-03-08' })
    expect(sheetOf('2026-11')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
  })

  it('turns over the year, and takes no month that is none', () => {
    expect(monthAfter('2026-12', 1, '2026-06-10')).toBe('2027-01')
    expect(monthAfter('2026-01', -1, '2026-06-10')).toBe('2025-12')
    expect(monthAfter('2026-13', 0, '2026-06-10')).toBe('2026-06')
    expect(monthAfter('', 1, '2026-06-10')).toBe('2026-07')
  })

  it('is walked by the arrow keys', () => {
    expect(dayBy('ArrowDown', '2024-02-25')).toBe('2024-03-03')
    expect(dayBy('ArrowLeft', '2026-01-01')).toBe('2025-12-31')
    expect(dayBy('Enter', '2026-01-01')).toBeNull()
  })
})

describe('what falls due', () => {
  const due = (subject: DueRow['subject'], parentId: string | null = null): DueRow => ({
    subject,
    kind: 'x',
    id: '7',
    dueAt: '2026-06-10T15:59:59.999Z',
    state: 'NEAR',
    record: { title: 'x', number: null, areaName: null, unitName: null, parentId, paused: false },
  })

  it('opens the page of its record', () => {
    expect(linkOf(due('hazard'))).toBe('/hazards/7')
    expect(linkOf(due('hazard-warning'))).toBe('/hazards/warnings/7')
    expect(linkOf(due('inspection-task'))).toBe('/inspection/tasks/7')
    expect(linkOf(due('campaign-task', '5'))).toBe('/campaigns/5/tasks/7')
    expect(linkOf(due('duty-occurrence', '5'))).toBe('/campaigns/5')
  })

  it('opens nothing that may not be seen', () => {
    expect(linkOf({ ...due('hazard'), record: null })).toBeNull()
  })
})
