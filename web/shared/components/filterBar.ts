interface FieldBase {
  /** Name in the address and in the values. */
  name: string
  label: string
  /** Seldom used: behind "more filters" where there is room for only some. */
  folded?: boolean
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

export interface AreaField extends FieldBase {
  kind: 'area'
}

export interface UnitField extends FieldBase {
  kind: 'unit'
}

/** Everything but the search field. */
export type ControlField = ChoiceField | SwitchField | DateField | AreaField | UnitField

/** One control of a {@link FilterBar}. */
export type FilterField = SearchField | ControlField
