/** One field of a {@link StepDialog}. */
export interface StepField {
  name: string
  kind: 'line' | 'lines' | 'date' | 'unit' | 'hazard' | 'choice' | 'choices' | 'amount'
  label: string
  required?: boolean
  max?: number
  options?: readonly { value: string; text: string }[]
  /** Shown only while this holds. */
  when?: (values: StepValues) => boolean
}

export type StepValues = Record<string, string | string[] | null>

export const shownOf = (fields: readonly StepField[], values: StepValues) => fields.filter(({ when }) => when === undefined || when(values))

export function isEmpty(value: StepValues[string] | undefined): boolean {
  return value === undefined || value === null || value.length === 0 || (typeof value === 'string' && value.trim() === '')
}

/** Names of the fields that are required and empty. */
export const lackingOf = (fields: readonly StepField[], values: StepValues) =>
  shownOf(fields, values)
    .filter(({ required, name }) => required && isEmpty(values[name]))
    .map(({ name }) => name)

/** What is sent: shown fields that hold something, without blanks around texts. */
export function bodyOf(fields: readonly StepField[], values: StepValues): Record<string, unknown> {
  return Object.fromEntries(
    shownOf(fields, values)
      .filter(({ name }) => !isEmpty(values[name]))
      .map(({ name }) => [name, typeof values[name] === 'string' ? (values[name] as string).trim() : values[name]]),
  )
}
