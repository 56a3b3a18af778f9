import type { LocalText } from '../payloads'

export interface TableImport {
  id: string
  type: string
  fileName: string
  state: 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'CANCELLED'
  columns: string[]
  ignored: string[]
  counts: {
    read: number
    good: number
    bad: number
    duplicate: number
    created: number
    merged: number
    skipped: number
  }
  progress: number
  failure: { type: string; members: Record<string, unknown> } | null
  startedAt: string
}

export interface BadRow {
  row: number
  cells: string[]
  errors: { column: string | null; code: string; value: string | null; text: LocalText }[]
}

export const DUPLICATE_CHOICES = ['SKIP', 'MERGE', 'CREATE'] as const
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number]

export interface DuplicateRow {
  row: number
  name: string
  areaName: string | null
  objectId: string
  objectName: string
  objectAddress: string | null
  by: 'name' | 'credit-code'
}
