/** Papers as every page that shows them knows them. */
import { json } from '../api/client'
import type { Tone } from '../components/tone'
import { newId } from '../ids'

export type PaperState = 'DRAFT' | 'SIGNED' | 'ISSUED' | 'SERVED' | 'VOID' | 'WITHDRAWN'
export type Words = Readonly<Record<string, string>>

export const PAPER_STATES: PaperState[] = ['DRAFT', 'SIGNED', 'ISSUED', 'SERVED', 'VOID', 'WITHDRAWN']
export const PAPER_TONES: Record<PaperState, Tone> = {
  DRAFT: 'blue',
  SIGNED: 'yellow',
  ISSUED: 'green',
  SERVED: 'green',
  VOID: 'red',
  WITHDRAWN: 'grey',
}

export interface PaperSummary {
  id: string
  kind: string
  kindName: Words
  state: PaperState
  number: string | null
  organName: string
  createdBy: string
  createdAt: string
  issuedOn: string | null
}

/** What a page about a record shows: its papers, and what may be drafted for whom. */
export interface Desk {
  papers: PaperSummary[]
  kinds: { code: string; name: Words }[]
  organs: { unitId: string; name: string }[]
}

export function fetchDesk(record: string): Promise<Desk> {
  return json<Desk>(`${record}/papers`)
}

/** Drafts a paper about a record and returns its id. */
export async function draftPaper(record: string, kind: string, organId: string, id = newId()): Promise<string> {
  await json(`${record}/papers`, { method: 'POST', body: { id, kind, organId } })
  return id
}
