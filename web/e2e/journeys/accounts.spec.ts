import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { enterFirst, newcomer, notedPassword, openPerson, register, trySigningIn } from '../support/accounts'
import { PASSWORD, RUN, windowOf } from '../support/demonstration'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

test('an account is made, suspended, given a new password, and closed when the person leaves', async ({ browser }) => {
  const { account, admin, page } = await newcomer(browser, '岑舟', 'leaver')

  const drawer = await openPerson(admin, account.login)
  await expectAccessible(admin)
  await look(admin, 'journey-person')
  await admin.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(admin)
  await look(admin, 'journey-person-phone')
  await admin.setViewportSize({ width: 1280, height: 800 })
  const step = async (name: string) => {
    await drawer.getByRole('button', { name, exact: true }).click()
    const asked = admin.getByRole('dialog', { name, exact: true })
    await asked.getByLabel('理由').fill('借调外单位三个月')
    await look(admin, `journey-person-${name}`)
    await asked.getByRole('button', { name, exact: true }).click()
    await expect(asked).toHaveCount(0)
  }
  await step('停用账号')
  await expect(drawer.getByText('已停用')).toBeVisible()
  await page.goto('/account')
  await expect(page).toHaveURL(/\/login/)
  await trySigningIn(page, account.login, PASSWORD)
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')

  await step('恢复账号')
  await expect(drawer.getByText('正常', { exact: true })).toBeVisible()
  await trySigningIn(page, account.login, PASSWORD)
  await expect(page).toHaveURL('/home')

  await drawer.getByRole('button', { name: '重置密码' }).click()
  await admin.getByRole('button', { name: '确定' }).click()
  const initial = await notedPassword(admin, account.login)
  await trySigningIn(page, account.login, PASSWORD)
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
  await enterFirst(page, { ...account, initial }, `${PASSWORD}-again`)

  await step('办理离开')
  await expect(drawer.getByText('已离开')).toBeVisible()
  await expect(drawer.getByText('没有登录会话。')).toBeVisible()
  await expect(drawer.getByRole('button', { name: '恢复账号' })).toHaveCount(0)
  await expectAccessible(admin)
  await look(admin, 'journey-person-left')
  await trySigningIn(page, account.login, `${PASSWORD}-again`)
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
})

test('a login that is taken and one of wrong letters are refused, and the form keeps what was filled in', async ({ browser }) => {
  const admin = await windowOf(browser, 'admin')
  const { login } = await register(admin, '岑一', 'twice')
  await admin.goto('/people')
  await admin.getByRole('button', { name: '登记人员' }).click()
  const form = admin.getByRole('dialog', { name: '登记人员' })
  await form.getByLabel('姓名').fill(`岑二 ${RUN}`)
  await form.getByLabel('账号').fill(login)
  await form.getByRole('button', { name: '登记人员' }).click()
  await expect(form.getByRole('alert')).toContainText('账号已被使用')
  await form.getByLabel('账号').fill('有中文')
  await form.getByRole('button', { name: '登记人员' }).click()
  await expect(form.getByRole('alert')).toContainText('账号格式不对')
  await expect(form.getByLabel('姓名')).toHaveValue(`岑二 ${RUN}`)
  await expectAccessible(admin)
  await look(admin, 'journey-person-refused')
})
