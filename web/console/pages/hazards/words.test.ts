import { describe, expect, it } from 'vitest'
import type { State, View } from './types'
import { isSettledOnSpot } from './words'

function view(state: State, fixedOnSpot: boolean, dueAt: string | null): View {
  return { hazard: { state, fixedOnSpot, dueAt } } as View
}

describe('isSettledOnSpot', () => {
  it('asks for no deadline where the fault was put right at once', () => {
    expect(isSettledOnSpot(view('FIXED_ON_SPOT', true, null))).toBe(true)
    expect(isSettledOnSpot(view('CLOSED', true, null))).toBe(true)
  })

  it('asks for one again once the hazard was opened anew or assigned', () => {
    expect(isSettledOnSpot(view('REOPENED', true, null))).toBe(false)
    expect(isSettledOnSpot(view('CLOSED', true, '2026-06-10T15:59:59.999Z'))).toBe(false)
    expect(isSettledOnSpot(view('CONFIRMED', false, null))).toBe(false)
  })
})
