import { ApiProblem, NetworkFailure, type FieldProblem } from '../api/problem'
import { formatDateTime } from '../format/format'
import { currentLocale, i18n } from './index'

/** What a person reads when something was refused or failed. */
export interface ProblemText {
  title: string
  /** What to do next; empty when there is nothing to add. */
  advice: string
  /** Number to quote when asking for help. */
  traceId: string | null
}

type Words = Record<string, { title?: string; advice?: string } | undefined>

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function readable(members: Record<string, unknown>): Record<string, unknown> {
  const isInstant = (value: unknown): value is string => typeof value === 'string' && ISO_INSTANT.test(value)
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, isInstant(value) ? formatDateTime(value) : value]),
  )
}

function section<T>(name: string): T {
  const words = i18n.global.getLocaleMessage(currentLocale()) as Record<string, unknown>
  return (words[name] ?? {}) as T
}

function keyOf(problem: unknown, words: Words): string {
  if (problem instanceof NetworkFailure) return problem.timedOut ? 'timeout' : 'network'
  if (!(problem instanceof ApiProblem)) return 'unexpected'
  if (words[problem.type] !== undefined) return problem.type
  const byStatus = `status-${problem.status}`
  if (words[byStatus] !== undefined) return byStatus
  return problem.status >= 500 ? 'status-500' : 'unexpected'
}

/** Words for a failure, chosen by problem type, then by status; never empty. */
export function problemText(problem: unknown): ProblemText {
  const words = section<Words>('problems')
  const entry = words[keyOf(problem, words)] ?? {}
  const facts = problem instanceof ApiProblem ? readable(problem.members) : {}
  const { rt } = i18n.global
  return {
    title: entry.title === undefined ? String(problem) : rt(entry.title, facts),
    advice: entry.advice === undefined ? '' : rt(entry.advice, facts),
    traceId: problem instanceof ApiProblem ? problem.traceId : null,
  }
}

/** One sentence for a small place such as a message bar. */
export function problemLine(problem: unknown): string {
  const { title, advice, traceId } = problemText(problem)
  const trace = traceId === null ? '' : i18n.global.t('ui.problem.traceInline', { traceId })
  return [title, advice].filter((part) => part !== '').join(i18n.global.t('ui.problem.join')) + trace
}

function fieldName({ pointer }: FieldProblem): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.')
}

/** Words per field (`address`, `items.0.name`) for a form; empty when the refusal names no field. */
export function fieldMessages(problem: unknown): Record<string, string> {
  if (!(problem instanceof ApiProblem)) return {}
  const words = section<Record<string, string | undefined>>('fieldErrors')
  const { rt } = i18n.global
  return Object.fromEntries(
    problem.errors.map((error) => {
      const word = words[error.code] ?? words['unknown']
      return [fieldName(error), word === undefined ? error.code : rt(word, { code: error.code })]
    }),
  )
}
