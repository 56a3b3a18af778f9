import { upload } from '../api/transfer'

/** What is wrong with a row of a table, as the server tells it. */
export interface RowError {
  /** As the spreadsheet counts: the heading is 1. */
  row: number
  column: string | null
  code: string
  value: string | null
}

/** What a table holds, before or after it is saved. */
export interface TableReport<Good> {
  rows: number
  fresh: number
  known: number
  sample: Good[]
  errors: RowError[]
  bad: number
}

/** Reads the table on the server and saves nothing. */
export async function previewTable<Good>(path: string, file: File, onProgress: (share: number) => void): Promise<TableReport<Good>> {
  return upload<TableReport<Good>>(path, file, { onProgress })
}

/** Saves the table; a wrong row refuses all of it unless `goodRows` says to leave those out. */
export async function saveTable<Good>(path: string, file: File, goodRows: boolean): Promise<TableReport<Good>> {
  return upload<TableReport<Good>>(path, file, { fields: { goodRows: String(goodRows) } })
}
