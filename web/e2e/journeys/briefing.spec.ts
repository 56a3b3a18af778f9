import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { enter } from '../support/demonstration'
import { wordsOf } from '../support/files'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

test('a clerk makes the half-year briefing, and its numbers open their rows', async ({ page }) => {
  await enter(page, 'street1')
  await page.getByRole('link', { name: '汇报材料', exact: true }).click()
  await page.getByRole('button', { name: '起草工作汇报' }).first().click()
  const dialog = page.getByRole('dialog', { name: '起草半年工作汇报' })
  await dialog.getByText('本半年').click()
  await look(page, 'journey-briefing-create')
  await dialog.getByRole('button', { name: '起草', exact: true }).click()
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}/)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('青石街道')
  const title = await heading.innerText()
  await expectAccessible(page)
  await look(page, 'journey-briefing')

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 Word 文件' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
  const words = await wordsOf(download, 'word/document.xml')
  expect(words).toContain(title)

  const figures = page.getByRole('article').getByRole('link')
  const texts = await figures.allInnerTexts()
  const at = texts.findIndex((text) => /^\d+$/.test(text) && Number(text) >= 10 && Number(text) < 200)
  expect(at).toBeGreaterThanOrEqual(0)
  const printed = Number(texts[at])
  expect(words).toContain(String(printed))
  await figures.nth(at).click()
  await expect(page).toHaveURL(/\/indicators\/[a-z-]+\/rows\?/)
  const rows = page.getByRole('main').getByRole('table')
  await expect(rows.getByRole('link').first()).toBeVisible()
  const more = page.getByRole('button', { name: '显示更多' })
  const body = rows.getByRole('row')
  let shown = (await body.count()) - 1
  while (shown < printed && (await more.isVisible())) {
    await more.click()
    await expect.poll(() => body.count()).toBeGreaterThan(shown + 1)
    shown = (await body.count()) - 1
  }
  expect(shown).toBe(printed)
  await expect(more).toHaveCount(0)
  await expectAccessible(page)
  await look(page, 'journey-briefing-rows')
})
