import type { FieldDefinition, FieldKind, Hint, LocalText, TypeDefinition } from '../../payloads'

/** A field while it is being written: texts where the form has texts. */
export interface FieldDraft {
  key: number
  /** False for a field of an earlier version: its code and kind stay. */
  isNew: boolean
  code: string
  names: LocalText
  kind: FieldKind
  unit: string
  required: boolean
  listed: boolean
  searched: boolean
  personal: boolean
  withdrawn: boolean
  min: string
  max: string
  pattern: string
  /** One choice a line: `code name`. */
  choices: string
  help: string
  before: FieldDefinition | null
}

export interface TypeDraft {
  names: LocalText
  icon: string
  fields: FieldDraft[]
  hints: Hint[]
  classRules: TypeDefinition['classRules']
}

let lastKey = 0

export function emptyType(): TypeDefinition {
  return { names: { 'zh-CN': '', 'zh-Hant': '', en: '' }, icon: 'Files', fields: [], hints: [], classRules: [] }
}

export function emptyField(): FieldDraft {
  return {
    key: ++lastKey,
    isNew: true,
    code: '',
    names: { 'zh-CN': '', 'zh-Hant': '', en: '' },
    kind: 'text',
    unit: '',
    required: false,
    listed: false,
    searched: false,
    personal: false,
    withdrawn: false,
    min: '',
    max: '',
    pattern: '',
    choices: '',
    help: '',
    before: null,
  }
}

function fieldDraft(field: FieldDefinition): FieldDraft {
  return {
    ...emptyField(),
    ...field,
    isNew: false,
    names: { ...field.names },
    unit: field.unit ?? '',
    min: field.min?.toString() ?? '',
    max: field.max?.toString() ?? '',
    pattern: field.pattern ?? '',
    choices: (field.choices ?? []).map(({ code, names }) => `${code} ${names['zh-CN']}`).join('\n'),
    help: field.help?.['zh-CN'] ?? '',
    before: field,
  }
}

export function draftOf(type: TypeDefinition): TypeDraft {
  return { ...type, names: { ...type.names }, fields: type.fields.map(fieldDraft) }
}

/** What was written in Chinese only stands in the other languages as well; translations known before stay. */
function text(simplified: string, before: LocalText | undefined): LocalText {
  if (before?.['zh-CN'] === simplified) return before
  return { 'zh-CN': simplified, 'zh-Hant': simplified, en: simplified }
}

function choicesOf(draft: FieldDraft): FieldDefinition['choices'] {
  const lines = draft.choices.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', ...words] = line.split(/\s+/)
      const name = words.join(' ') || code
      const known = draft.before?.choices?.find((choice) => choice.code === code)
      return { code, names: text(name, known?.names) }
    })
}

const numberOf = (typed: string) => (typed.trim() === '' ? undefined : Number(typed))
const wordsOf = (typed: string) => (typed.trim() === '' ? undefined : typed.trim())

function fieldOf(draft: FieldDraft): FieldDefinition {
  return {
    code: draft.code.trim(),
    names: draft.names,
    kind: draft.kind,
    unit: wordsOf(draft.unit),
    required: draft.required,
    min: numberOf(draft.min),
    max: numberOf(draft.max),
    maxLength: draft.before?.maxLength,
    pattern: wordsOf(draft.pattern),
    choices: draft.kind === 'choice' ? choicesOf(draft) : [],
    listed: draft.listed,
    searched: draft.searched,
    personal: draft.personal,
    withdrawn: draft.withdrawn,
    help: draft.help.trim() === '' ? undefined : text(draft.help.trim(), draft.before?.help),
    example: draft.before?.example,
  }
}

export function definitionOf(draft: TypeDraft): TypeDefinition {
  return { ...draft, fields: draft.fields.map(fieldOf) }
}
