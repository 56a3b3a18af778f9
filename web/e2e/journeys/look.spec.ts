import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { enter } from '../support/demonstration'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 240_000 })

const WORK = [
  '/home',
  '/dashboard',
  '/campaigns',
  '/campaigns/tasks',
  '/campaigns/documents',
  '/registers',
  '/registers/small-premises',
  '/inspection/tasks',
  '/inspection/checks',
  '/inspection/plans',
  '/inspection/checklists',
  '/hazards',
  '/documents',
  '/indicators',
  '/notifications',
]
const ADMINISTRATION = ['/units', '/people', '/areas', '/roles', '/audit', '/stored-events', '/notifications/channels', '/account']
const ON_A_PHONE = ['/home', '/dashboard', '/campaigns', '/registers/small-premises', '/inspection/tasks', '/hazards', '/documents', '/notifications', '/account']

/** The stream of notices never ends, so the network would never be idle: 204 tells the browser to leave it. */
test.beforeEach(async ({ page }) => {
  await page.route('**/api/notifications/stream*', (route) => route.fulfill({ status: 204 }))
})

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status', { name: '正在加载' })).toHaveCount(0)
  await expect(page.locator('main').getByRole('alert')).toHaveCount(0)
}

async function judge(page: Page, name: string): Promise<void> {
  await settled(page)
  await look(page, name)
  await test.step(name, async () => {
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
}

/** Opens the first entry of a list, whose address begins with `entry`. */
async function firstOf(page: Page, list: string, entry = `${list}/`): Promise<void> {
  await page.goto(list)
  await page.getByRole('main').locator(`a[href^="${entry}"]`).first().click()
  await expect(page).not.toHaveURL(list)
}

const nameOf = (path: string) => path.slice(1).replaceAll('/', '-')

test('the pages of the office fit 1280 pixels and are accessible', async ({ page }) => {
  await enter(page, 'street1')
  for (const path of WORK) {
    await page.goto(path)
    await judge(page, `look-${nameOf(path)}`)
  }
})

test('what the lists of the office hold fits 1280 pixels and is accessible', async ({ page }) => {
  await enter(page, 'street1')
  for (const list of ['/hazards', '/campaigns', '/inspection/checklists', '/inspection/plans', '/inspection/checks']) {
    await firstOf(page, list)
    await judge(page, `look-${nameOf(list)}-one`)
  }
  await firstOf(page, '/registers/enterprise', '/registers/objects/')
  await judge(page, 'look-registers-enterprise-one')
})

test('the pages of the administration fit 1280 pixels and are accessible', async ({ page }) => {
  await enter(page, 'admin')
  for (const path of ADMINISTRATION) {
    await page.goto(path)
    await judge(page, `look-${nameOf(path)}`)
  }
})

test('the main pages fit a phone', async ({ page }) => {
  await enter(page, 'street1')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ON_A_PHONE) {
    await page.goto(path)
    await judge(page, `look-${nameOf(path)}-phone`)
  }
  await firstOf(page, '/hazards')
  await judge(page, 'look-hazards-one-phone')
})
