import { expect, test, type Page } from '@playwright/test'
import { CHARGING, CHARGING_BODY, LIFTS, LIFTS_LINES } from '../fixtures/plans'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { enter, RUN } from '../support/demonstration'
import type { MadeFile } from '../support/files'
import { docx, heading, paragraph, pdf, wordParts, zip } from '../support/office'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 150_000 })

/** A server that has just started takes its time over its first document. */
const READING = 40_000
const MEGABYTE = 1024 * 1024

/** Chooses a file on the page where plans are uploaded. */
async function choose(page: Page, file: MadeFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(file)
  await expect(page.getByRole('group', { name: '方案文件' })).toContainText(file.name)
}

async function send(page: Page, file: MadeFile): Promise<void> {
  await choose(page, file)
  await page.getByRole('button', { name: '上传并读取' }).click()
}

async function onAPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await look(page, name)
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a Word plan with automatic numbers and a table becomes a campaign', async ({ page }) => {
  const title = `电动自行车充电安全整治 ${RUN}`
  await enter(page, 'street1')
  await page.goto('/campaigns/documents/upload')
  await send(page, docx('充电安全.docx', wordParts(CHARGING_BODY)))
  await expect(page.getByRole('heading', { level: 1, name: CHARGING })).toBeVisible({ timeout: READING })

  const text = page.getByRole('region', { name: '原文' })
  await expect(text).toContainText('一、工作目标')
  await expect(text).toContainText('（二）清理违停。')
  await expect(text).toContainText('三、实施步骤')
  const list = page.getByRole('region', { name: '读出的内容' })
  const stages = list.getByRole('region', { name: '阶段' })
  const deadlines = list.getByRole('region', { name: '完成时限' })
  await expect(stages.getByRole('listitem')).toHaveCount(3)
  await text.getByRole('button', { name: '2026年11月30日前' }).click()
  await expect(deadlines.locator('[aria-current]')).toContainText('2026-11-30')
  await expect(deadlines.locator('[aria-current]')).toContainText('建成首批充电棚')
  await expect(list.getByRole('region', { name: '责任单位' })).toContainText('青石街道城乡建设办公室')
  await expectAccessible(page)
  await look(page, 'journey-review-docx')
  await onAPhone(page, 'journey-review-docx-phone')

  await page.getByRole('button', { name: '采纳全部待定项' }).click()
  await expect(stages.getByRole('listitem').nth(2)).toContainText('已采纳')
  await page.getByRole('button', { name: '确认生成专项整治' }).click()
  const dialog = page.getByRole('dialog', { name: '确认生成专项整治' })
  await dialog.getByLabel('名称', { exact: true }).fill(title)
  await dialog.getByRole('button', { name: '确认生成' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const tasks = page.getByRole('tabpanel', { name: '任务' })
  await expect(tasks.getByRole('link', { name: /建成首批充电棚/ })).toBeVisible()
  const shed = tasks.getByRole('listitem').filter({ hasText: '建成首批充电棚' })
  await expect(shed).toContainText('2026-11-30')
  await expect(shed).toContainText('青石街道城乡建设办公室')
  await expect(shed).not.toContainText('青石街道应急管理办公室')
  await look(page, 'journey-campaign-docx')
  await onAPhone(page, 'journey-campaign-docx-phone')
})

test('a PDF plan is read with its findings marked in place', async ({ page }) => {
  await enter(page, 'street1')
  await page.goto('/campaigns/documents/upload')
  await send(page, pdf('电梯排查.pdf', LIFTS_LINES))
  await expect(page.getByRole('heading', { level: 1, name: LIFTS })).toBeVisible({ timeout: READING })
  const text = page.getByRole('region', { name: '原文' })
  const list = page.getByRole('region', { name: '读出的内容' })
  await expect(list.getByRole('region', { name: '阶段' }).getByRole('listitem')).toHaveCount(2)
  await text.getByRole('button', { name: '2026年9月30日前' }).click()
  await expect(list.getByRole('region', { name: '完成时限' }).locator('[aria-current]')).toContainText('2026-09-30')
  await expect(list.getByRole('region', { name: '责任单位' })).toContainText('青石街道市场监督管理所')
  await expect(list.getByRole('region', { name: '常态工作' })).toContainText('电梯机房')
  await expectAccessible(page)
  await look(page, 'journey-review-pdf')
})

test('files that are no honest plan are refused with the reason, and a good one goes through afterwards', async ({ page }) => {
  const good = wordParts([paragraph(`青石街道${RUN}值守方案`), heading(1, '实施步骤'), heading(2, '准备阶段（2026年9月1日至2026年9月30日）')])
  const whole = zip(good)
  const types = String(good['[Content_Types].xml']).replace('document.main+xml', 'document.macroEnabled.main+xml')
  const hostile: [MadeFile, string][] = [
    [docx('带宏.docx', { ...good, 'word/vbaProject.bin': Buffer.alloc(64, 7) }), '文件带有宏'],
    [docx('改名的宏.docx', { ...good, '[Content_Types].xml': types }), '文件带有宏'],
    [docx('炸弹.docx', { ...good, 'word/media/image1.bin': Buffer.alloc(48 * MEGABYTE) }), '文件解压后异常大'],
    [docx('工作簿.docx', { 'xl/workbook.xml': '<workbook/>' }), '内容不是 Word、PDF 或文本'],
    [{ ...docx('断了一半.docx', {}), buffer: whole.subarray(0, whole.length / 2) }, '文件已损坏，打不开。'],
    [docx('正文不通.docx', { ...good, 'word/document.xml': '<w:document><w:body>' }), '文件已损坏，打不开。'],
    [{ ...pdf('断了.pdf', []), buffer: pdf('', LIFTS_LINES).buffer.subarray(0, 40) }, '文件已损坏，打不开。'],
    [pdf('扫描件.pdf', ['']), '文件里没有文字'],
    [{ name: '空.docx', mimeType: '', buffer: Buffer.alloc(0) }, '文件是空的。'],
  ]
  await enter(page, 'street1')
  await page.goto('/campaigns/documents/upload')
  const refusal = page.getByRole('main').getByRole('alert')
  for (const [file, words] of hostile) {
    await test.step(file.name, async () => {
      await send(page, file)
      await expect(refusal).toContainText(words)
      await expect(page).toHaveURL('/campaigns/documents/upload')
      await expect(page.getByRole('group', { name: '方案文件' })).toContainText(file.name)
      await expect(page.getByRole('button', { name: '上传并读取' })).toBeEnabled()
    })
  }
  await expectAccessible(page)
  await look(page, 'journey-plan-refused')
  await onAPhone(page, 'journey-plan-refused-phone')

  await send(page, docx('值守.docx', good))
  await expect(page.getByRole('heading', { level: 1, name: `青石街道${RUN}值守方案` })).toBeVisible()
  await page.goto('/campaigns/documents')
  const names = page.getByRole('table').getByRole('row')
  await expect(names.first()).toBeVisible()
  for (const [file] of hostile) await expect(names.filter({ hasText: file.name.replace(/\.\w+$/, '') })).toHaveCount(0)
})

test('a file of more than 100 MB is refused before it is sent, and by the server too', async ({ page }) => {
  await enter(page, 'street1')
  await page.goto('/campaigns/documents/upload')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await page.evaluate((bytes) => {
    const field = document.querySelector<HTMLInputElement>('input[type=file]')
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array(bytes)], '太大.docx'))
    if (field) field.files = files.files
    field?.dispatchEvent(new Event('change'))
  }, 100 * MEGABYTE + 1)
  const refusal = page.getByRole('main').getByRole('alert')
  await expect(refusal).toContainText('文件超过 100 MB。')
  await expect(page.getByRole('button', { name: '上传并读取' })).toBeDisabled()
  expect(sent).toEqual([])
  await expectAccessible(page)
  await look(page, 'journey-plan-too-large')

  const answer = await page.evaluate(async (bytes) => {
    const form = new FormData()
    form.append('id', '0197a000-0000-7000-8000-00000000ffff')
    form.append('area', '0')
    form.append('file', new File([new Uint8Array(bytes)], '太大.docx'))
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? ''
    const response = await fetch('/api/plan-documents', { method: 'POST', body: form, headers: { 'X-XSRF-TOKEN': token } })
    return { status: response.status, problem: (await response.json()) as { type: string; largestBytes: number } }
  }, 100 * MEGABYTE + 1)
  expect(answer).toMatchObject({ status: 413, problem: { type: '/problems/shared/too-large', largestBytes: 100 * MEGABYTE } })

  await send(page, docx('值守二.docx', wordParts([paragraph(`青石街道${RUN}夜间值守方案`), heading(1, '动员阶段（2026年9月1日至2026年9月30日）')])))
  await expect(page.getByRole('heading', { level: 1, name: `青石街道${RUN}夜间值守方案` })).toBeVisible()
})
