import { json } from '@shared/api/client'
import { toProblem, type ApiProblem } from '@shared/api/problem'
import { getHazard } from './hazardsApi'
import type { Row } from './types'
import { fitting, type BulkStep } from './work'

/** What a bulk step needs to know of a hazard. */
export type BulkRow = Pick<Row, 'id' | 'number' | 'description' | 'state' | 'version'>

export interface BulkRequest {
  note: string
  unitId: string | null
  deadline: string | null
}

export interface Refused {
  row: BulkRow
  problem: ApiProblem
}

export interface Outcome {
  done: BulkRow[]
  refused: Refused[]
}

interface Result {
  id: string
  problem: { type?: string; status?: number } | null
}

/** The body the server expects; only assigning names a unit. */
export function bodyOf(step: BulkStep, rows: readonly BulkRow[], { note, unitId, deadline }: BulkRequest): Record<string, unknown> {
  const items = rows.map(({ id, version }) => ({ id, version }))
  const words = { note: note.trim() === '' ? null : note.trim() }
  return step === 'assign' ? { items, unitId, deadline: deadline || null, ...words } : { items, ...words }
}

/** Sorts the answers to the hazards they are about. */
export function outcomeOf(rows: readonly BulkRow[], results: readonly Result[]): Outcome {
  const answers = new Map(results.map((result) => [result.id, result.problem]))
  const outcome: Outcome = { done: [], refused: [] }
  for (const row of rows) {
    const problem = answers.get(row.id)
    if (problem === undefined) continue
    if (problem === null) outcome.done.push(row)
    else outcome.refused.push({ row, problem: toProblem(problem.status ?? 0, problem) })
  }
  return outcome
}

export async function takeInBulk(step: BulkStep, rows: readonly BulkRow[], request: BulkRequest): Promise<Outcome> {
  const results = await json<Result[]>(`/api/hazards/bulk/${step}`, { method: 'POST', body: bodyOf(step, rows, request) })
  return outcomeOf(rows, results)
}

const CONFLICT = '/problems/shared/conflict'
const AT_ONCE = 8

/**
 * The refused hazards as they are now, to be tried again: what somebody changed meanwhile is looked up, and what no
 * longer has the step stays refused for the reason it had.
 */
export async function freshened(step: BulkStep, refused: readonly Refused[]): Promise<{ rows: BulkRow[]; left: Refused[] }> {
  const rows: BulkRow[] = []
  const left: Refused[] = []
  for (let from = 0; from < refused.length; from += AT_ONCE) {
    await Promise.all(
      refused.slice(from, from + AT_ONCE).map(async (one) => {
        const row = one.problem.type === CONFLICT ? await getHazard(one.row.id).then(({ hazard }) => hazard, () => null) : one.row
        if (row !== null && fitting(step, [row]).length > 0) rows.push(row)
        else left.push(one)
      }),
    )
  }
  return { rows, left }
}
