interface FieldBase {
  /** Name in the address and in the values. */
  name: string
  label: string
}

export interface SearchField extends FieldBase {
  kind: 'search'
  placeholder?: string
}

export interface ChoiceField extends FieldBase {
  kind: 'choice'
  options: readonly { value: string; text: string }[]
  multiple?: boolean
}

export interface SwitchField extends FieldBase {
  kind: 'switch'
}

export interface DateField extends FieldBase {
  kind: 'date'
}

/** One control of a {@link FilterBar}. */
export type FilterField = SearchField | ChoiceField | SwitchField | DateField
