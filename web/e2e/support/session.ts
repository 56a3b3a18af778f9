import { expect, type Page } from '@playwright/test'

/** Signs in through the login page and waits until the office is there. */
export async function loginAs(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  // On a telephone the menu is folded away.
  await expect(page.getByRole('navigation', { name: '主菜单' }).or(page.getByRole('button', { name: '打开主菜单' }))).toBeVisible()
}
