import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { attach } from '../support/controls'
import { enter, RUN } from '../support/demonstration'
import { picture } from '../support/files'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

test('a grid worker fills a checklist, and the failed item becomes a hazard', async ({ page }) => {
  const words = `后门被货架挡住，只剩半米宽 ${RUN}`
  await enter(page, 'grid1')
  await page.getByRole('link', { name: '检查任务' }).first().click()
  await page.getByRole('table', { name: '检查任务' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '需填写的检查表' })).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-check-task')
  await page.getByRole('button', { name: '开始检查' }).or(page.getByRole('link', { name: '继续填写' })).first().click()

  const items = page.getByRole('radiogroup').filter({ has: page.getByRole('radio', { name: '不适用' }) })
  await expect(items.first()).toBeVisible()
  const count = await items.count()
  for (let at = 1; at < count; at++) await items.nth(at).getByRole('radio', { name: '合格', exact: true }).click()
  await items.first().getByRole('radio', { name: '不合格' }).click()
  const failed = page.getByRole('article').first()
  await failed.getByLabel('发现了什么').fill(words)
  await attach(failed, '现场照片', picture('后门.png'))
  await expect(page.getByText(`已填 ${count}/${count} 项`)).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-check-form')
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, 'journey-check-form-phone')
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.getByRole('button', { name: '提交检查' }).click()
  const dialog = page.getByRole('dialog', { name: '提交检查' })
  await expect(dialog).toContainText('提交后将登记 1 条隐患。')
  await dialog.getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByText(`${count} 项中 1 项不合格`)).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-check-result')
  await page.getByRole('link', { name: /^隐患 / }).click()
  await expect(page.getByRole('region', { name: '基本情况' })).toContainText(words)
  await expect(page.getByRole('region', { name: '照片' }).getByRole('img')).toHaveCount(1)
  await expect(page.getByText('待核实')).toBeVisible()
})
