import type { TimeLimit } from './policy'

export interface Option {
  value: string
  text: string
}

/** A column of a table of rules; a choice that may be empty stands for any, or for none. */
export type RuleColumn =
  | { key: string; title: string; kind: 'choice'; options: readonly Option[]; any?: boolean; none?: boolean }
  | { key: string; title: string; kind: 'choices'; options: readonly Option[]; typed?: boolean }
  | { key: string; title: string; kind: 'number'; least: number; most: number }
  | { key: string; title: string; kind: 'limit' }
  | { key: string; title: string; kind: 'switch' }

export type Rule = Record<string, unknown>

export const NEW_LIMIT: TimeLimit = { count: 1, of: 'WORKING_DAYS' }
