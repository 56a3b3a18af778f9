import { describe, expect, it } from 'vitest'
import { keptIn, linkOf, movedIn, successorsOf, type HandOverRow } from './handOvers'

const share = { position: 1, kind: 'hazard', toId: 'a', toName: '周小满', area: null, moved: 3, kept: 1 } as const
const row: HandOverRow = {
  id: '1',
  fromId: '2',
  fromName: '陈一',
  reason: '调离',
  handedOn: '2026-01-02',
  at: '2026-01-02T01:00:00Z',
  byName: '李二',
  shares: [share, { ...share, position: 2, kind: 'post', moved: 2, kept: 0 }, { ...share, position: 3, toName: '吴一', moved: 4 }],
}

describe('hand-overs', () => {
  it('adds up what moved and what stayed', () => {
    expect(movedIn(row)).toBe(9)
    expect(keptIn(row)).toBe(2)
  })

  it('names each successor once', () => {
    expect(successorsOf(row)).toEqual(['周小满', '吴一'])
  })

  it('links what has a page', () => {
    expect(linkOf('hazard', { id: '7', label: '2026-000001', area: null })).toBe('/hazards/7')
    expect(linkOf('post', { id: '7', label: '组长', area: null })).toBeNull()
    expect(linkOf('area', { id: '7', label: '桂园社区', area: '3201' })).toBe('/areas?area=3201')
  })
})
