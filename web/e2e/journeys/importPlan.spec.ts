import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { attach } from '../support/controls'
import { enter, RUN } from '../support/demonstration'
import { picture } from '../support/files'
import { look } from '../support/screenshot'

const PLAN = fileURLToPath(new URL('../fixtures/plan.txt', import.meta.url))
const LINE = '（二）更换软管和调压阀'

test.describe.configure({ timeout: 150_000 })

test('a clerk makes a campaign of a plan document and reports progress', async ({ page }) => {
  const title = `瓶装液化石油气安全整治 ${RUN}`
  await enter(page, 'street1')
  await page.goto('/campaigns/documents/upload')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(PLAN)
  await page.getByRole('button', { name: '上传并读取' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '青石街道瓶装液化石油气安全整治工作方案' })).toBeVisible()

  const text = page.getByRole('region', { name: '原文' })
  const list = page.getByRole('region', { name: '读出的内容' })
  const stages = list.getByRole('region', { name: '阶段' })
  const deadlines = list.getByRole('region', { name: '完成时限' })
  await expect(stages.getByRole('listitem')).toHaveCount(3)
  await expect(text.getByRole('button', { name: '2026年9月20日前' })).toBeVisible()
  await text.getByRole('button', { name: /2026年9月20日前/ }).click()
  await expect(deadlines.locator('[aria-current]')).toContainText('2026-09-20')
  await expectAccessible(page)
  await look(page, 'journey-review')

  const first = stages.getByRole('listitem').first()
  await first.getByRole('button', { name: '修改' }).click()
  await first.getByLabel(/^名称/).fill('动员和摸底')
  await look(page, 'journey-review-edit')
  await first.getByRole('button', { name: '保存并采纳' }).click()
  await expect(first).toContainText('动员和摸底')
  await expect(first).toContainText('已采纳')
  const second = stages.getByRole('listitem').nth(1)
  await second.getByRole('button', { name: '采纳', exact: true }).click()
  await expect(second).toContainText('已采纳')
  await page.getByRole('button', { name: '采纳全部待定项' }).click()
  await expect(stages.getByRole('listitem').nth(2)).toContainText('已采纳')

  await page.getByRole('button', { name: '确认生成专项整治' }).click()
  const dialog = page.getByRole('dialog', { name: '确认生成专项整治' })
  await expect(dialog.getByText('以下单位按原文保留')).toBeVisible()
  await dialog.getByLabel('名称', { exact: true }).fill(title)
  await expectAccessible(page)
  await look(page, 'journey-review-confirm')
  await dialog.getByRole('button', { name: '确认生成' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: '任务' }).getByRole('link').first()).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-campaign')

  await page.getByRole('tab', { name: '时间轴' }).click()
  await expect(page.getByRole('img', { name: /时间轴：3 个阶段/ })).toBeVisible()
  await expect(page.getByRole('table').getByText('动员和摸底')).toBeVisible()
  await look(page, 'journey-campaign-timeline')

  await expect(page.getByText('进行中', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: '任务' }).click()
  await page.getByRole('tabpanel', { name: '任务' }).getByRole('link', { name: /软管/ }).first().click()
  await expect(page.getByText(LINE)).toBeVisible()
  await page.getByLabel('做了什么，还差什么').fill('桂园社区已更换 38 户，余 12 户月底前完成。')
  await page.getByLabel('完成比例（%）').fill('75')
  await attach(page, '照片和材料', picture('更换后.png'))
  await page.getByRole('button', { name: '上报进展' }).click()
  const notes = page.getByRole('list', { name: '进展记录' })
  await expect(notes).toContainText('进展 75%')
  await expect(notes.getByRole('link', { name: '更换后.png' })).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-task')
})
