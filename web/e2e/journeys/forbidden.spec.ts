import { expect, test } from '@playwright/test'
import { enter, PASSWORD, windowOf } from '../support/demonstration'
import { expectAccessible } from '../support/accessibility'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 90_000 })

test('the office of the next street does not see a hazard by its address', async ({ page, browser }) => {
  await enter(page, 'street1')
  await page.goto('/hazards')
  const first = page.getByRole('table', { name: '隐患台账' }).getByRole('link').first()
  const address = (await first.getAttribute('href')) ?? ''
  const words = await first.innerText()
  const neighbour = await windowOf(browser, 'neighbour')
  await neighbour.goto(address)
  await expect(neighbour.getByRole('alert')).toContainText('这条记录不存在，或者不在您的辖区内。')
  await expect(neighbour.getByText(words)).toHaveCount(0)
  await expectAccessible(neighbour)
  await look(neighbour, 'journey-hazard-of-another-street')
  await neighbour.goto('/hazards')
  await expect(neighbour.getByRole('heading', { name: '隐患台账' })).toBeVisible()
  await expect(neighbour.getByText(words)).toHaveCount(0)
})

test('a grid worker finds no administration, nor by its address', async ({ page }) => {
  await enter(page, 'grid1')
  const menu = page.getByRole('navigation', { name: '主菜单' })
  await expect(menu.getByRole('link', { name: '检查任务' })).toBeVisible()
  for (const name of ['人员与账号', '角色与权限', '审计日志', '失败事件']) await expect(menu.getByRole('link', { name })).toHaveCount(0)
  await page.goto('/people')
  await expect(page.getByRole('heading', { name: '无权查看此页' })).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-forbidden')
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('/home')
})

test('a person who is logged out is led to the login and back', async ({ page }) => {
  await page.goto('/hazards?open=true')
  await expect(page).toHaveURL(/\/login\?to=/)
  await page.getByLabel('账号', { exact: true }).fill('street1')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL('/hazards?open=true')
  await expect(page.getByRole('heading', { name: '隐患台账' })).toBeVisible()
  // At once: what the page asks by itself would lead to the login as well, and take the link away.
  const link = await page.getByRole('link', { name: '检查任务' }).elementHandle()
  await page.context().clearCookies()
  await link?.dispatchEvent('click')
  await expect(page).toHaveURL(/\/login\?to=/)
  await page.getByLabel('账号', { exact: true }).fill('street1')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/inspection\/tasks/)
})
