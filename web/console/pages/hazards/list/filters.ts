import type { FilterField } from '@shared/components/filterBar'
import { GRADES, SOURCES, STATES, WORK } from '../types'
import { BOARD_CLOCKS, CLOCK_KINDS, PENDING } from '../work'

/** Every filter of the list with its default, as it stands in the address. */
export const FILTERS = {
  q: '',
  open: '',
  state: [] as string[],
  domain: [] as string[],
  grade: '',
  source: '',
  clock: '',
  clockKind: '',
  pending: [] as string[],
  waiting: '',
  mine: false,
  area: '',
  unit: '',
  objectId: '',
  sourceId: '',
  reportedFrom: '',
  reportedTo: '',
  sort: '',
}

/** The controls above the list; those of every day come first, the others fold. */
export function fieldsOf(t: (key: string) => string, domains: readonly { value: string; text: string }[]): FilterField[] {
  const words = (values: readonly string[], under: string) => values.map((value) => ({ value, text: t(`hazards.${under}.${value}`) }))
  return [
    { kind: 'search', name: 'q', label: t('hazards.list.search'), placeholder: t('hazards.list.searchHint') },
    { kind: 'choice', name: 'state', label: t('hazards.field.state'), options: words(STATES, 'state'), multiple: true },
    { kind: 'choice', name: 'clock', label: t('hazards.field.clock'), options: words(BOARD_CLOCKS, 'board.column') },
    { kind: 'choice', name: 'domain', label: t('hazards.field.domain'), options: domains, multiple: true },
    { kind: 'switch', name: 'mine', label: t('hazards.list.mine') },
    { kind: 'choice', name: 'open', label: t('hazards.list.open'), options: words(['true', 'false'], 'open'), folded: true },
    { kind: 'choice', name: 'grade', label: t('hazards.field.grade'), options: words(GRADES, 'grade'), folded: true },
    { kind: 'choice', name: 'source', label: t('hazards.field.source'), options: words(SOURCES, 'source'), folded: true },
    { kind: 'choice', name: 'clockKind', label: t('hazards.board.waits'), options: words(CLOCK_KINDS, 'board.clockKind'), folded: true },
    { kind: 'choice', name: 'pending', label: t('hazards.board.besides'), options: words(PENDING, 'board.pending'), multiple: true, folded: true },
    { kind: 'choice', name: 'waiting', label: t('hazards.list.waiting'), options: words(WORK, 'waiting'), folded: true },
    { kind: 'unit', name: 'unit', label: t('ui.picker.unit'), folded: true },
    { kind: 'area', name: 'area', label: t('ui.picker.area'), folded: true },
    { kind: 'date', name: 'reportedFrom', label: t('hazards.list.from'), folded: true },
    { kind: 'date', name: 'reportedTo', label: t('hazards.list.to'), folded: true },
    { kind: 'choice', name: 'sort', label: t('hazards.list.sort'), options: words(['NEWEST', 'DUE'], 'sort'), folded: true },
  ]
}
