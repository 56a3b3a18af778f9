import { upload } from '../api/transfer'

/** A file the server has taken. */
export interface StoredFile {
  id: string
  name: string
  size: number
}

/** A file on its way. */
export interface Sending {
  key: number
  /** Under which the server keeps it; the same when it is sent again. */
  id: string
  file: File
  /** 0 to 1. */
  share: number
  /** Why it did not go; null while it goes. */
  failure: { text: string; again: boolean } | null
  stop: AbortController
}

const UNITS = ['B', 'KB', 'MB', 'GB']

/** `3.2 MB` */
export function fileSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${Number(size.toFixed(1))} ${UNITS[unit] ?? ''}`
}

/** Whether a file fits an `accept` list such as `image/*,.pdf`; an empty list takes everything. */
export function isAccepted(file: File, accept: string | undefined): boolean {
  const kinds = (accept ?? '').split(',').map((kind) => kind.trim().toLowerCase())
  if (kinds.every((kind) => kind === '')) return true
  return kinds.some((kind) => {
    if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind)
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind
  })
}

export async function send(path: string, sending: Sending, fields?: Record<string, string>): Promise<StoredFile> {
  return upload<StoredFile>(path, sending.file, {
    fields: { id: sending.id, ...fields },
    signal: sending.stop.signal,
    onProgress: (share) => (sending.share = share),
  })
}
