import { describe, expect, it } from 'vitest'
import { depths, marksByLine, segmentsOf, type Mark } from './documentText'

const mark = (id: string, start: number, end: number, rest: Partial<Mark> = {}): Mark => ({ id, line: 1, start, end, look: 'STAGE', ...rest })

describe('segmentsOf', () => {
  it('keeps every character once and in order', () => {
    const text = '到九月底前完成更换，牵头单位安全办。'
    const parts = segmentsOf(text, [mark('a', 0, 9), mark('b', 5, 12), mark('c', 40, 60)])
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.map((part) => part.start)).toEqual([0, 5, 9, 12])
  })

  it('gives an overlap to the narrower mark', () => {
    const parts = segmentsOf('abcdefghij', [mark('wide', 0, 10), mark('narrow', 2, 4)])
    expect(parts.map((part) => part.mark?.id)).toEqual(['wide', 'narrow', 'wide'])
  })

  it('shows an empty paragraph as nothing', () => {
    expect(segmentsOf('', [])).toEqual([])
  })
})

describe('depths', () => {
  it('follows the outline and sets what comes after an item one step in', () => {
    const paragraphs = [1, 2, 3, 4].map((line) => ({ line, text: 'x', page: null, headingLevel: null }))
    const marks = marksByLine([mark('a', 0, 1, { line: 1, level: 1 }), mark('b', 0, 1, { line: 3, level: 2 })])
    expect(depths(paragraphs, marks)).toEqual([0, 1, 1, 2])
  })

  it('does not indent by an item that begins inside a paragraph', () => {
    const paragraphs = [{ line: 1, text: 'xxxx', page: null, headingLevel: null }]
    expect(depths(paragraphs, marksByLine([mark('a', 2, 3, { level: 3 })]))).toEqual([0])
  })
})
