import { describe, expect, it } from 'vitest'
import { addable, move, newPart } from './parts'

describe('parts of a kind', () => {
  it('offers the columns a view does not show yet, and none for own entries', () => {
    const part = newPart('HAZARDS', '隐患', [])
    expect(addable(part)).not.toContain('description')
    expect(addable(part)).toContain('closedAt')
    expect(addable(newPart('ENTRIES', '风险', []))).toEqual([])
  })

  it('gives a part a code no other part has', () => {
    const one = newPart('HAZARDS', '隐患', [])
    const two = newPart('HAZARDS', '隐患', [one])
    expect(newPart('HAZARDS', '隐患', [two]).code).not.toBe(two.code)
  })

  it('moves a column by one place', () => {
    const all = ['a', 'b', 'c']
    move(all, 2, -1)
    expect(all).toEqual(['a', 'c', 'b'])
  })
})
