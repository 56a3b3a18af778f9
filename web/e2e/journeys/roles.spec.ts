import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { newcomer, openPerson } from '../support/accounts'
import { chooseArea, pick } from '../support/controls'
import { RUN, windowOf } from '../support/demonstration'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

const ROLE = `巡查志愿者 ${RUN}`

/** Sets one permission of the role in its editor and saves. */
async function permit(admin: Page, permission: string, on: boolean): Promise<void> {
  await admin.goto('/roles')
  await admin.getByRole('button', { name: `编辑 ${ROLE}` }).click()
  const editor = admin.getByRole('dialog', { name: '编辑角色' })
  await editor.getByText(permission, { exact: true }).click()
  await expect(editor.getByRole('checkbox', { name: permission, exact: true })).toBeChecked({ checked: on })
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor).toHaveCount(0)
}

test('what a role permits appears and goes for those who hold it', async ({ browser }) => {
  const { account, admin, page } = await newcomer(browser, '岑青', 'volunteer')
  const menu = page.getByRole('navigation', { name: '主菜单' })
  await expect(menu.getByRole('link', { name: '隐患台账' })).toHaveCount(0)

  await admin.goto('/roles')
  await admin.getByRole('button', { name: '新建角色' }).click()
  const editor = admin.getByRole('dialog', { name: '新建角色' })
  await editor.getByLabel('角色代码').fill(`volunteer-${RUN}`)
  await editor.getByLabel('简体名称').fill(ROLE)
  await editor.getByLabel('繁体名称').fill(`巡查志願者 ${RUN}`)
  await editor.getByLabel('英文名称').fill(`Patrol volunteer ${RUN}`)
  await editor.getByText('查看隐患', { exact: true }).click()
  await expectAccessible(admin)
  await look(admin, 'journey-role-new')
  await admin.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(admin)
  await look(admin, 'journey-role-new-phone')
  await admin.setViewportSize({ width: 1280, height: 800 })
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor).toHaveCount(0)
  await expect(admin.getByRole('columnheader', { name: ROLE })).toContainText('0 人')

  const drawer = await openPerson(admin, account.login)
  await drawer.getByRole('button', { name: '授予角色' }).click()
  await pick(drawer, '角色', ROLE)
  await chooseArea(drawer.locator('form').last(), /选择辖区/, '青石街道')
  await look(admin, 'journey-role-give')
  await drawer.getByRole('button', { name: '授予', exact: true }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: ROLE })).toContainText('青石街道')

  await page.goto('/hazards')
  await expect(page.getByRole('heading', { level: 1, name: '隐患台账' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '上报隐患' })).toHaveCount(0)
  await page.goto('/hazards/new')
  await expect(page.getByRole('heading', { name: '无权查看此页' })).toBeVisible()

  await permit(admin, '上报隐患', true)
  await page.goto('/hazards')
  await expect(page.getByRole('button', { name: '上报隐患' })).toBeVisible()
  await permit(admin, '上报隐患', false)
  await page.getByRole('button', { name: '上报隐患' }).click()
  await page.goto('/hazards')
  await expect(page.getByRole('heading', { level: 1, name: '隐患台账' })).toBeVisible()
  await expect(page.getByRole('button', { name: '上报隐患' })).toHaveCount(0)

  await drawer.page().goto(`/people?q=${account.login}`)
  const again = await openPerson(admin, account.login)
  await again.getByRole('listitem').filter({ hasText: ROLE }).getByRole('button', { name: '终止' }).click()
  await admin.getByRole('button', { name: '确定' }).click()
  await expect(again.getByRole('listitem').filter({ hasText: ROLE })).toContainText('终止')
  await page.goto('/hazards')
  await expect(page.getByRole('heading', { name: '无权查看此页' })).toBeVisible()
})

test('the last administrator cannot be left without the means to administer', async ({ browser }) => {
  const admin = await windowOf(browser, 'admin')
  await admin.goto('/roles')
  await admin.getByRole('button', { name: '编辑 系统管理员' }).click()
  const editor = admin.getByRole('dialog', { name: '编辑角色' })
  const manage = editor.getByRole('checkbox', { name: '管理人员与账号', exact: true })
  await expect(manage).toBeChecked()
  await editor.getByText('管理人员与账号', { exact: true }).click()
  await expect(manage).not.toBeChecked()
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByRole('alert')).toContainText('这是最后一位系统管理员')
  await expectAccessible(admin)
  await look(admin, 'journey-role-last-administrator')
  await editor.getByRole('button', { name: '取消' }).click()
  await admin.reload()
  await admin.getByRole('button', { name: '编辑 系统管理员' }).click()
  await expect(manage).toBeChecked()

  const own = await openPerson(admin, 'admin')
  await expect(own.getByText('这是您自己的账号，请到“我的账号”办理。')).toBeVisible()
  for (const name of ['停用账号', '办理离开', '授予角色', '终止']) await expect(own.getByRole('button', { name })).toHaveCount(0)
  await look(admin, 'journey-person-own')
})
