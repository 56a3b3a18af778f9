import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { look } from '../support/screenshot'
import { CLERK, standInForServer } from '../support/standIn'
import { loginAs } from '../support/session'

test('a clerk signs in and reaches the page first asked for', async ({ page }) => {
  await standInForServer(page, {})
  await page.goto('/account/password')
  await expect(page).toHaveURL('/login?to=/account/password')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, 'login')
  await page.getByLabel('账号', { exact: true }).fill('chenlan')
  await page.getByLabel('密码', { exact: true }).fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/account/password')
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible()
})

test('an address of another site is not followed after signing in', async ({ page }) => {
  await standInForServer(page, {})
  await page.goto('/login?to=//example.org/')
  await page.getByLabel('账号', { exact: true }).fill('chenlan')
  await page.getByLabel('密码', { exact: true }).fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/home')
})

test('refusals are worded and leave the input alone', async ({ page }) => {
  await standInForServer(page, {})
  await page.goto('/login')
  await page.getByLabel('账号', { exact: true }).fill('chenlan')
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
  await expect(page.getByRole('alert')).toContainText('4f2a9c')
  await expectAccessible(page)
  await look(page, 'login-refused')
  await page.getByLabel('账号', { exact: true }).fill('locked')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('2099-01-01 08:00')
})

test('the second factor is asked for when the account has one', async ({ page }) => {
  await standInForServer(page, {})
  await page.goto('/login')
  await page.getByLabel('账号', { exact: true }).fill('second')
  await page.getByLabel('密码', { exact: true }).fill('correct horse')
  await page.keyboard.press('Enter')
  const code = page.getByLabel('动态验证码')
  await expect(code).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await look(page, 'login-second-factor')
  await code.fill('123456')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/home')
})

test('the first administrator is made with the token of the link', async ({ page }) => {
  await standInForServer(page, { setupRequired: true })
  await page.goto('/setup?token=right')
  await expect(page.getByLabel('初始化口令')).toHaveCount(0)
  await expectAccessible(page)
  await look(page, 'setup')
  await page.getByRole('button', { name: '建立账号' }).click()
  await expect(page.getByText('请填写此项')).toHaveCount(3)
  await page.getByLabel('管理员账号').fill('admin')
  await page.getByLabel('姓名').fill('郑一')
  await page.getByLabel('密码', { exact: true }).fill('a long enough one')
  await page.getByLabel('再次输入密码').fill('another one')
  await page.getByRole('button', { name: '建立账号' }).click()
  await expect(page.getByText('两次输入的密码不一致')).toBeVisible()
  await look(page, 'setup-wrong')
  await page.getByLabel('再次输入密码').fill('a long enough one')
  await page.getByRole('button', { name: '建立账号' }).click()
  await page.getByRole('link', { name: '前往登录' }).click()
  await expect(page).toHaveURL('/login')
})

test('a fresh password is demanded before anything else', async ({ page }) => {
  const account = { ...CLERK.account, mustChangePassword: true }
  await standInForServer(page, { session: { ...CLERK, account }, answers: { '/api/account/password': {} } })
  await page.goto('/home')
  await expect(page).toHaveURL('/account/password')
  await expectAccessible(page)
  await look(page, 'password')
})

test('signing out forgets the person', async ({ page }) => {
  await standInForServer(page, {})
  await loginAs(page, 'chenlan', 'correct horse')
  await page.getByRole('button', { name: '陈岚 的账号菜单' }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page).toHaveURL('/login')
  await page.goto('/home')
  await expect(page).toHaveURL('/login')
})

test('an unreachable server says so and can be tried again', async ({ page }) => {
  await page.route(/\/api\//, (route) => route.abort())
  await page.goto('/home')
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  await look(page, 'unreachable')
  await page.unroute(/\/api\//)
  await standInForServer(page, { session: CLERK })
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})
