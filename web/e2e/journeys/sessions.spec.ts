import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { newcomer, openPerson } from '../support/accounts'
import { enter, PASSWORD } from '../support/demonstration'
import { look } from '../support/screenshot'
import { loginAs } from '../support/session'

test.describe.configure({ timeout: 120_000 })

const PHONE = 'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'

async function phoneOf(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext({ userAgent: PHONE })).newPage()
  await loginAs(page, login, PASSWORD)
  return page
}

test('a person ends the session of a lost phone', async ({ browser }) => {
  const { account, page } = await newcomer(browser, '岑明', 'session')
  const phone = await phoneOf(browser, account.login)
  await page.goto('/account')
  const devices = page.locator('section').filter({ has: page.getByRole('heading', { name: '已登录的设备' }) })
  const lost = devices.getByRole('listitem').filter({ hasText: 'Android' })
  await expect(devices.getByRole('listitem')).toHaveCount(2)
  await expect(devices.getByRole('listitem').filter({ hasText: '当前设备' })).toHaveCount(1)
  await expect(lost).not.toContainText('当前设备')
  await expectAccessible(page)
  await look(page, 'journey-sessions')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await look(page, 'journey-sessions-phone')
  await page.setViewportSize({ width: 1280, height: 800 })

  await lost.getByRole('button', { name: '结束会话' }).click()
  await expect(devices.getByRole('listitem')).toHaveCount(1)
  await phone.getByRole('button', { name: `${account.name} 的账号菜单` }).click()
  await phone.getByRole('menuitem', { name: '我的账号' }).click()
  await expect(phone).toHaveURL(/\/login/)
  await look(phone, 'journey-session-ended')
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('an administrator signs a person out', async ({ browser }) => {
  const { account, admin, page } = await newcomer(browser, '岑远', 'signed-out')
  const drawer = await openPerson(admin, account.login)
  const sessions = drawer.locator('section').filter({ has: admin.getByRole('heading', { name: '登录会话' }) })
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await sessions.getByRole('button', { name: '结束会话' }).click()
  await expect(sessions.getByText('没有登录会话。')).toBeVisible()
  await page.goto('/account')
  await expect(page).toHaveURL(/\/login\?to=/)
  await enter(page, account.login)
})
