import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { look } from '../support/screenshot'
import { CLERK, standInForServer } from '../support/standIn'

test.beforeEach(async ({ page }) => {
  const areas = [...CLERK.areas, { key: '3201130080000000000', name: '栖霞街道' }]
  await standInForServer(page, { session: { ...CLERK, areas } })
})

test('the office fits 1280 pixels, and its menu folds away and stays so', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await look(page, 'office')
  await page.getByRole('button', { name: '收起菜单' }).click()
  await expect(page.getByRole('link', { name: '工作台' })).toHaveAttribute('aria-current', 'page')
  await look(page, 'office-folded')
  await page.reload()
  await expect(page.getByRole('button', { name: '展开菜单' })).toBeVisible()
})

test('the language changes at once and is kept', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Start' })).toBeVisible()
  await expect(page).toHaveTitle('Start - Anshe')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectAccessible(page)
  await look(page, 'office-en')
  await page.reload()
  await page.getByRole('button', { name: '繁體中文' }).click()
  await expect(page.getByRole('navigation', { name: '主選單' })).toBeVisible()
  await look(page, 'office-zh-Hant')
})

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/account/password')
  await expect(page.getByLabel('当前密码')).toBeFocused()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await look(page, 'skip-link')
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('the area is chosen in the top bar', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /辖区：全部辖区/ }).click()
  await look(page, 'area-menu')
  await page.getByRole('menuitem', { name: '栖霞街道' }).click()
  await expect(page.getByRole('button', { name: /辖区：栖霞街道/ })).toBeVisible()
})

test('on a phone the menu is a drawer that Esc closes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await look(page, 'office-phone')
  await page.getByRole('button', { name: '打开主菜单' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('link', { name: '工作台' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await page.goto('/login')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await look(page, 'login-phone')
})

test('an unknown address says so inside the office', async ({ page }) => {
  await page.goto('/nowhere/at/all')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  await look(page, 'not-found')
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('/home')
})
