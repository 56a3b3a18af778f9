import { json } from '@shared/api/client'
import type { Words } from '@shared/papers/papers'

export interface Verification {
  verdict: 'GENUINE' | 'VOID' | 'ALTERED'
  kind: Words
  number: string
  organ: string
  issuedOn: string
  pdfSha256: string | null
  wordSha256: string | null
}

export const verifyPaper = (token: string) => json<Verification>(`/api/paper-verifications/${encodeURIComponent(token)}`)

/** Whether a file of this hash is one of the two that were issued. */
export function isIssued(hash: string, paper: Verification): boolean {
  return hash === paper.pdfSha256 || hash === paper.wordSha256
}
