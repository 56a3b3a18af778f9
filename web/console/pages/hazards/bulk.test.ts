import { problemResponse, stubFetch } from '@shared/testing/stubFetch'
import { beforeEach, describe, expect, it } from 'vitest'
import { bodyOf, freshened, outcomeOf, takeInBulk, type BulkRow } from './bulk'
import { fitting } from './work'

const row = (id: string, state: BulkRow['state'] = 'REPORTED', version = 1): BulkRow => ({ id, number: `2026-00000${id}`, description: '楼道堆物', state, version })
const NOTHING = { note: ' ', unitId: null, deadline: null }

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
})

describe('a bulk step', () => {
  it('is offered for the hazards whose state has it', () => {
    const rows = [row('1', 'REPORTED'), row('2', 'SUBMITTED'), row('3', 'FIXED_ON_SPOT'), row('4', 'CLOSED'), row('5', 'REOPENED')]
    expect(fitting('confirm', rows).map(({ id }) => id)).toEqual(['1'])
    expect(fitting('close', rows).map(({ id }) => id)).toEqual(['2', '3'])
    expect(fitting('look-back', rows).map(({ id }) => id)).toEqual(['4'])
    expect(fitting('assign', rows).map(({ id }) => id)).toEqual(['5'])
  })

  it('sends each hazard at the version that was seen, and a unit only to assign', () => {
    expect(bodyOf('confirm', [row('1', 'REPORTED', 7)], NOTHING)).toEqual({ items: [{ id: '1', version: 7 }], note: null })
    expect(bodyOf('assign', [row('1')], { note: ' 尽快 ', unitId: 'u', deadline: '' })).toEqual({
      items: [{ id: '1', version: 1 }],
      unitId: 'u',
      deadline: null,
      note: '尽快',
    })
  })

  it('keeps what was done apart from what was refused, with the reason', () => {
    const outcome = outcomeOf([row('1'), row('2')], [
      { id: '2', problem: { type: '/problems/hazard/not-independent', status: 409 } },
      { id: '1', problem: null },
    ])
    expect(outcome.done.map(({ id }) => id)).toEqual(['1'])
    expect(outcome.refused.map((one) => [one.row.id, one.problem.type, one.problem.status])).toEqual([['2', '/problems/hazard/not-independent', 409]])
  })

  it('goes to the address of the step', async () => {
    const requests = stubFetch(new Response(JSON.stringify([{ id: '1', problem: null }]), { headers: { 'Content-Type': 'application/json' } }))
    const outcome = await takeInBulk('look-back', [row('1', 'CLOSED')], NOTHING)
    expect(outcome.done).toHaveLength(1)
    expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/hazards/bulk/look-back')
  })
})

describe('trying the refused ones again', () => {
  const refused = (one: BulkRow, type: string) => ({ row: one, problem: outcomeOf([one], [{ id: one.id, problem: { type, status: 409 } }]).refused[0]?.problem as never })

  it('looks up what somebody changed meanwhile, and sends the rest as it was', async () => {
    const requests = stubFetch((request) => new Response(JSON.stringify({ hazard: row(request.url.slice(-1), 'REPORTED', 9) }), { headers: { 'Content-Type': 'application/json' } }))
    const { rows, left } = await freshened('confirm', [refused(row('1'), '/problems/shared/conflict'), refused(row('2'), '/problems/shared/forbidden')])
    expect(requests).toHaveLength(1)
    expect(rows.map(({ id, version }) => [id, version]).sort()).toEqual([['1', 9], ['2', 1]])
    expect(left).toEqual([])
  })

  it('does not send again what the step is no longer for, nor what is gone', async () => {
    stubFetch((request) =>
      request.url.endsWith('1') ? new Response(JSON.stringify({ hazard: row('1', 'CONFIRMED', 9) }), { headers: { 'Content-Type': 'application/json' } }) : problemResponse(404, '/problems/shared/not-found'),
    )
    const { rows, left } = await freshened('confirm', [refused(row('1'), '/problems/shared/conflict'), refused(row('2'), '/problems/shared/conflict')])
    expect(rows).toEqual([])
    expect(left).toHaveLength(2)
  })
})
