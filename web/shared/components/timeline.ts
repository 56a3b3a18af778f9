import type { Tone } from './tone'

/** One step in the life of a record. */
export interface TimelineEntry {
  id: string
  /** Instant in ISO form. */
  at: string
  title: string
  actor?: string | null
  text?: string | null
  tone?: Tone
}
