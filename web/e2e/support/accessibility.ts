import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Tells every fault by which the page as it stands breaks WCAG 2.1 A or AA, and lets the journey go on to find more. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`))
  expect.soft(faults, page.url()).toEqual([])
}

/** Tells when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(excess, page.url()).toBeLessThanOrEqual(0)
}
