import { json, type Query } from '@shared/api/client'
import type { FilterField } from '@shared/components/filterBar'
import { CLOCK_KINDS, PENDING, type BoardClock } from '../work'
import { GRADES } from '../types'

/** Every filter of the board, as it stands in the address; `column` is the one shown on a phone. */
export const FILTERS = {
  area: '',
  domain: [] as string[],
  grade: '',
  unit: '',
  clockKind: '',
  pending: [] as string[],
}

export interface Head {
  clock: BoardClock
  count: number
  more: boolean
}

export const countBoard = (query: Query, signal?: AbortSignal) => json<Head[]>('/api/hazards/board', { query, signal })

export function fieldsOf(t: (key: string) => string, domains: readonly { value: string; text: string }[]): FilterField[] {
  const words = (values: readonly string[], under: string) => values.map((value) => ({ value, text: t(`hazards.${under}.${value}`) }))
  return [
    { kind: 'choice', name: 'clockKind', label: t('hazards.board.waits'), options: words(CLOCK_KINDS, 'board.clockKind') },
    { kind: 'choice', name: 'pending', label: t('hazards.board.besides'), options: words(PENDING, 'board.pending'), multiple: true },
    { kind: 'choice', name: 'domain', label: t('hazards.field.domain'), options: domains, multiple: true },
    { kind: 'choice', name: 'grade', label: t('hazards.field.grade'), options: words(GRADES, 'grade') },
    { kind: 'area', name: 'area', label: t('ui.picker.area') },
  ]
}

const AROUND: Record<string, [columns: number, rows: number]> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
}

/** Moves the focus between cards: up and down within a column, left and right between columns, at the same height. */
export function moveCardFocus(event: KeyboardEvent, board: HTMLElement): void {
  const target = event.target as HTMLElement
  const step = AROUND[event.key]
  const card = target.closest<HTMLElement>('[data-card]')
  if (!step || !card || event.altKey || event.ctrlKey || event.metaKey) return
  const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')].map((column) => [...column.querySelectorAll<HTMLElement>('[data-card]')])
  const filled = columns.filter((cards) => cards.length > 0)
  const at = filled.findIndex((cards) => cards.includes(card))
  const there = filled[at + step[0]]
  if (!there) return
  const height = (filled[at]?.indexOf(card) ?? 0) + step[1]
  const next = there[Math.min(Math.max(height, 0), there.length - 1)]
  event.preventDefault()
  next?.querySelector<HTMLElement>(target.matches('input') ? 'input' : 'a')?.focus()
}
