import { expect, type Browser, type Page } from '@playwright/test'
import { PASSWORD, RUN, windowOf } from './demonstration'

/** A person whom a journey registers for itself. */
export interface Account {
  name: string
  login: string
  /** Shown once to the administrator. */
  initial: string
}

/** Opens the drawer of a person in the list of people. */
export async function openPerson(admin: Page, login: string): Promise<ReturnType<Page['getByRole']>> {
  await admin.goto(`/people?q=${login}`)
  await admin.getByRole('row', { name: login }).getByRole('link').click()
  const drawer = admin.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name: '基本信息' })).toBeVisible()
  return drawer
}

/** Registers a person with an account, as the administrator does it, and notes the initial password. */
export async function register(admin: Page, name: string, stem: string): Promise<Account> {
  const login = `${stem}-${RUN}`
  await admin.goto('/people')
  await admin.getByRole('button', { name: '登记人员' }).click()
  const form = admin.getByRole('dialog', { name: '登记人员' })
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('账号').fill(login)
  await form.getByRole('button', { name: '登记人员' }).click()
  return { name, login, initial: await notedPassword(admin, login) }
}

/** The initial password the page shows this once. */
export async function notedPassword(admin: Page, login: string): Promise<string> {
  const once = admin.getByRole('dialog', { name: '初始密码' })
  await expect(once).toContainText(login)
  const password = await once.locator('code').innerText()
  await once.getByRole('button', { name: '已记下' }).click()
  await expect(once).toHaveCount(0)
  return password
}

/** Fills the login page, whatever comes of it. */
export async function trySigningIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** The first visit: the initial password opens only the page where it is changed. */
export async function enterFirst(page: Page, { login, initial }: Account, password = PASSWORD): Promise<void> {
  await trySigningIn(page, login, initial)
  await expect(page.getByText('首次登录或密码被重置后，需要先设置新密码才能继续。')).toBeVisible()
  await page.getByLabel('当前密码').fill(initial)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再次输入新密码').fill(password)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page).toHaveURL('/home')
}

/** An account that nobody else uses, in a window of its own. */
export async function newcomer(browser: Browser, name: string, stem: string): Promise<{ account: Account; admin: Page; page: Page }> {
  const admin = await windowOf(browser, 'admin')
  const account = await register(admin, name, stem)
  const page = await (await browser.newContext()).newPage()
  await enterFirst(page, account)
  return { account, admin, page }
}
