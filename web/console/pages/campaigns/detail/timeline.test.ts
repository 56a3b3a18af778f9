import { describe, expect, it } from 'vitest'
import type { Campaign } from '../campaigns'
import { barsOf, extent, monthsOf, placeOf, shift } from './timeline'

function campaign(part: Partial<Campaign>): Campaign {
  return { campaign: { startsOn: null, endsOn: null }, stages: [], tasks: [], ...part } as Campaign
}

const stage = (startsOn: string | null, endsOn: string | null) => ({ id: 's', name: '动员', startsOn, endsOn, startsPrecision: null, endsPrecision: null, source: null, version: 0 })

describe('extent', () => {
  it('covers whole months around everything dated', () => {
    expect(extent(campaign({ stages: [stage('2026-06-15', '2027-01-31')] }))).toEqual({ from: '2026-06-01', to: '2027-02-01' })
  })

  it('is nothing when nothing is dated', () => {
    expect(extent(campaign({ stages: [stage(null, null)] }))).toBeNull()
  })
})

describe('the line of months', () => {
  const span = { from: '2026-01-01', to: '2027-01-01' }

  it('names every month of a year and every third of three years', () => {
    expect(monthsOf(span)).toHaveLength(12)
    expect(monthsOf({ from: '2024-01-01', to: '2027-01-01' })).toEqual(
      ['2024', '2025', '2026'].flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`)),
    )
  })

  it('places days from 0 to 1', () => {
    expect(placeOf('2026-01-01', span)).toBe(0)
    expect(placeOf('2027-01-01', span)).toBe(1)
    expect(placeOf('2030-01-01', span)).toBe(1)
  })

  it('counts days over the end of February', () => {
    expect(shift('2028-02-28', 1)).toBe('2028-02-29')
    expect(shift('2026-02-28', 1)).toBe('2026-03-01')
  })

  it('lets a stage without an end reach to the edge', () => {
    const [bar] = barsOf(campaign({ stages: [stage('2026-03-01', null)] }), span)
    expect(bar).toMatchObject({ from: '2026-03-01', to: '2026-12-31', openEnd: true, openStart: false })
  })
})
