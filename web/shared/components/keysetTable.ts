/** One column of a {@link KeysetTable}; its cell can be drawn by the slot `cell-<key>`. */
export interface Column<Row> {
  key: string
  title: string
  /** Text of the cell; null and undefined print as unknown. Without it the row's own field `key` is shown. */
  value?: (row: Row) => string | number | null | undefined
  /** CSS width, e.g. `8em`; columns without one share what is left. */
  width?: string
  /** `end` for figures. */
  align?: 'start' | 'end'
  /** Carries the row's link and heads the card on a phone; the first column unless one says so. */
  primary?: boolean
  /** Left out of cards on phones. */
  wideOnly?: boolean
}

export function cellText<Row>(column: Column<Row>, row: Row): string | number | null {
  const value = column.value ? column.value(row) : (row as Record<string, unknown>)[column.key]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, last) => last,
}

/** Moves the focus between rows with the arrow keys, Home and End; other keys are left alone. */
export function moveRowFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  const row = (event.target as HTMLElement).closest('tr')
  const body = row?.parentElement
  if (step === undefined || !row || !body) return
  const kind = (event.target as HTMLElement).matches('input') ? 'input[type=checkbox]' : 'a[data-row-link]'
  const targets = [...body.querySelectorAll<HTMLElement>(kind)]
  const at = targets.findIndex((target) => row.contains(target))
  if (at < 0) return
  event.preventDefault()
  targets[step(at, targets.length - 1)]?.focus()
}

/** Whether a click in a row belongs to something in it rather than to the row. */
export function hitsControl(event: MouseEvent): boolean {
  const isControl = (event.target as HTMLElement).closest('a, button, input, label, select, textarea') !== null
  return isControl || (window.getSelection()?.toString() ?? '') !== ''
}
