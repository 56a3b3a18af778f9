import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { newcomer, trySigningIn } from '../support/accounts'
import { PASSWORD } from '../support/demonstration'
import { codeAt, stepNow, wrongCode } from '../support/oneTimeCode'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

test('the codes of the journeys are those of the standard', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect([59, 1111111109, 20000000000].map((seconds) => codeAt(secret, Math.floor(seconds / 30)))).toEqual(['287082', '081804', '353130'])
})

test('a person asks for codes at sign-in, signs in with one, and asks no longer', async ({ browser }) => {
  const { account, page } = await newcomer(browser, '岑照', 'totp')
  await page.goto('/account')
  const factor = page.locator('section').filter({ has: page.getByRole('heading', { name: '两步验证' }) })
  await expect(factor.getByText('未开启')).toBeVisible()
  await factor.getByRole('button', { name: '开启两步验证' }).click()
  await expect(factor.getByRole('img', { name: '两步验证的二维码' })).toBeVisible()
  const secret = await factor.locator('code').innerText()
  await expectAccessible(page)
  await look(page, 'journey-factor-enrol')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await look(page, 'journey-factor-enrol-phone')
  await page.setViewportSize({ width: 1280, height: 800 })

  await factor.getByLabel('六位动态码').fill(wrongCode(secret))
  await factor.getByRole('button', { name: '确认开启' }).click()
  await expect(factor.getByRole('alert')).toContainText('动态码不对')
  await expect(factor.getByText('未开启')).toBeVisible()
  const used = stepNow()
  await factor.getByLabel('六位动态码').fill(codeAt(secret, used))
  await factor.getByRole('button', { name: '确认开启' }).click()
  await expect(factor.getByText('已开启')).toBeVisible()
  await look(page, 'journey-factor-on')

  await page.getByRole('button', { name: `${account.name} 的账号菜单` }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page).toHaveURL('/login')
  await trySigningIn(page, account.login, PASSWORD)
  const code = page.getByLabel('动态验证码')
  await expect(code).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await code.fill(wrongCode(secret))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('动态验证码不对')
  await expect(code).toHaveValue('')
  await expect(page).toHaveURL('/login')
  await expectAccessible(page)
  await look(page, 'journey-factor-refused')
  // A code works once: the one that switched codes on is used up.
  await code.fill(codeAt(secret, used))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('已经用过')
  await code.fill(codeAt(secret, Math.max(used + 1, stepNow())))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL('/home')

  await page.goto('/account')
  await factor.getByRole('button', { name: '关闭两步验证' }).click()
  await factor.getByLabel('当前密码').fill('not the password')
  await factor.getByRole('button', { name: '关闭两步验证' }).click()
  await expect(factor.getByRole('alert')).toContainText('当前密码不对')
  await factor.getByLabel('当前密码').fill(PASSWORD)
  await factor.getByRole('button', { name: '关闭两步验证' }).click()
  await expect(factor.getByText('未开启')).toBeVisible()
  await page.context().clearCookies()
  await trySigningIn(page, account.login, PASSWORD)
  await expect(page).toHaveURL('/home')
})
