import type { Browser, Page } from '@playwright/test'
import { loginAs } from './session'

export const PASSWORD = 'Anshe-Demo-2026'

/** Distinguishes what this run makes from what earlier runs made on the same server. */
export const RUN = Date.now().toString(36)

/** Signs in as one of the people of the demonstration street. */
export async function enter(page: Page, login: string): Promise<void> {
  await loginAs(page, login, PASSWORD)
}

/** A window of one's own for another person. */
export async function windowOf(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await enter(page, login)
  return page
}
