import { describe, expect, it } from 'vitest'
import { readDays, writeDays } from './calendar'

const read = (text: string) => readDays(text, 2027, false, '放假')

describe('days as people paste them', () => {
  it('reads dates in the ways they are written', () => {
    expect(read('2027-01-01 元旦\n2027年2月8日，春节\n10/1').days).toEqual([
      { day: '2027-01-01', working: false, name: '元旦' },
      { day: '2027-02-08', working: false, name: '春节' },
      { day: '2027-10-01', working: false, name: '放假' },
    ])
  })

  it('reads spans within a month and across its end', () => {
    expect(read('1月1日至3日 元旦').days.map((one) => one.day)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
    expect(read('4月30日～5月2日：劳动节').days.map((one) => one.day)).toEqual(['2027-04-30', '2027-05-01', '2027-05-02'])
    expect(read('4月30日～5月2日：劳动节').days[0]?.name).toBe('劳动节')
  })

  it('hands back what is no day of the year', () => {
    const { days, wrong } = read('2027-02-29 x\n2026-12-31 x\n5月3日至1日\n元旦\n2027-01-01')
    expect(wrong).toEqual(['2027-02-29 x', '2026-12-31 x', '5月3日至1日', '元旦'])
    expect(days).toHaveLength(1)
  })

  it('reads what it wrote', () => {
    const { days } = read('1月1日至3日 元旦')
    expect(read(writeDays(days, false)).days).toEqual(days)
    expect(writeDays(days, true)).toBe('')
  })
})
