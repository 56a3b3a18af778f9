import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const RESULTS = new URL('../../test-results/', import.meta.url)

/** Keeps what the page looks like as `web/test-results/<name>.png`. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, RESULTS)), animations: 'disabled' })
}
