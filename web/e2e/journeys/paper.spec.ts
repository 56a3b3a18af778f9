import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { pick } from '../support/controls'
import { enter, windowOf } from '../support/demonstration'
import { wordsOf } from '../support/files'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 240_000 })

const ORDER = '责令限期整改指令书'

/** Drafts an order to rectify from a hazard that somebody is putting right. */
async function draftOrder(page: Page): Promise<void> {
  await page.goto('/hazards?state=ASSIGNED')
  await page.getByRole('main').getByRole('link', { name: /检查项|隐患/ }).first().click()
  const papers = page.getByRole('region', { name: '文书', exact: true })
  await papers.getByRole('button', { name: '起草文书' }).click()
  await page.getByRole('menuitem', { name: ORDER }).click()
  await expect(page.getByRole('heading', { level: 1, name: ORDER })).toBeVisible()
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible()
}

/** Opens the dialog of a place to sign. */
async function signAs(page: Page, place: string): Promise<Locator> {
  await page.getByRole('group', { name: place }).getByRole('button', { name: '签名' }).click()
  const dialog = page.getByRole('dialog', { name: place })
  await expect(dialog.getByRole('img', { name: /签名/ })).toBeVisible()
  return dialog
}

async function confirmed(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: '确认' }).click()
  await expect(dialog).toHaveCount(0)
}

/** Three strokes across the field. */
async function drawWithMouse(page: Page, pad: Locator): Promise<void> {
  const box = await pad.boundingBox()
  if (box === null) throw new Error('the field to sign on is not shown')
  for (const row of [0.3, 0.5, 0.7]) {
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * row)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * (1 - row), { steps: 8 })
    await page.mouse.up()
  }
}

/** The same with a finger: the page must not scroll meanwhile. */
async function drawWithFinger(page: Page, pad: Locator): Promise<void> {
  const box = await pad.boundingBox()
  if (box === null) throw new Error('the field to sign on is not shown')
  const touch = await page.context().newCDPSession(page)
  for (const column of [0.3, 0.5, 0.7]) {
    const points = Array.from({ length: 9 }, (_, at) => ({ x: box.x + box.width * column + at, y: box.y + box.height * (0.15 + at * 0.085) }))
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points.slice(0, 1) })
    for (const point of points.slice(1)) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await touch.detach()
}

test('an order is drafted, signed, sealed, issued, served and verified by anybody, then declared void', async ({ page, browser }) => {
  await enter(page, 'street1')
  await draftOrder(page)
  const issue = page.getByRole('button', { name: '印发', exact: true })
  await expect(issue).toBeDisabled()
  await expectAccessible(page)
  await look(page, 'journey-paper-draft')

  const dialog = await signAs(page, '检查人员（签名）')
  await expect(dialog.getByRole('button', { name: '确认' })).toBeDisabled()
  await drawWithMouse(page, dialog.getByRole('img', { name: /签名/ }))
  await look(page, 'journey-paper-sign')
  await confirmed(dialog)
  const refused = await signAs(page, '签收人（签名）')
  await refused.getByText('拒签').click()
  await refused.getByLabel('签名人').fill('赵国平')
  await refused.getByLabel('见证人').fill('钱芳')
  await confirmed(refused)
  await page.getByRole('button', { name: '盖章' }).click()
  await expect(page.getByRole('button', { name: '取消盖章' })).toBeVisible()

  await issue.click()
  const sure = page.getByRole('dialog', { name: '印发' })
  await sure.getByRole('button', { name: '印发', exact: true }).click()
  await expect(page.getByText('已印发', { exact: true })).toBeVisible()
  const number = /青安责改〔\d{4}〕第\d+号/
  await expect(page.getByRole('main').getByText(number).first()).toBeVisible()

  await page.getByRole('button', { name: '送达', exact: true }).click()
  const serving = page.getByRole('dialog', { name: '送达' })
  await pick(serving, '送达方式', '留置送达')
  await serving.getByLabel('收件人').fill('赵国平')
  await expect(serving.getByRole('button', { name: '登记送达' })).toBeDisabled()
  await serving.getByLabel('见证人及情况').fill('钱芳在场，贴于门口并拍照。')
  await serving.getByRole('button', { name: '登记送达' }).click()
  await expect(page.getByText('已送达', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-paper-served')

  const pdfSaved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF' }).click()
  const pdf = await (await pdfSaved).path()
  const wordSaved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 Word' }).click()
  expect(await wordsOf(await wordSaved, 'word/document.xml')).toMatch(number)

  const address = await page.getByRole('link', { name: '打开核验页面' }).getAttribute('href')
  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto(address ?? '')
  await expect(anybody.getByText('文书真实有效')).toBeVisible()
  await anybody.getByLabel('核对文件').setInputFiles(pdf)
  await expect(anybody.getByText('文件与印发的一致')).toBeVisible()
  const altered = await readFile(pdf)
  altered[altered.length - 20] = 0x41
  await writeFile(pdf, altered)
  await anybody.getByLabel('核对文件').setInputFiles(pdf)
  await expect(anybody.getByText('文件与印发的不一致')).toBeVisible()
  await expectAccessible(anybody)
  await look(anybody, 'journey-paper-verified')

  await page.getByRole('button', { name: '作废', exact: true }).click()
  const ending = page.getByRole('dialog', { name: '作废' })
  await ending.getByRole('textbox').fill('受文单位名称有误，另行印发。')
  await ending.getByRole('button', { name: '作废', exact: true }).click()
  await expect(page.getByText('已作废', { exact: true }).first()).toBeVisible()
  await anybody.reload()
  await expect(anybody.getByText('文书已作废')).toBeVisible()
  await anybody.goto('/verify/nothing-of-the-kind')
  await expect(anybody.getByText('查无此文书')).toBeVisible()
})

test.describe('on a telephone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('an inspector and the unit sign with a finger', async ({ page, browser }) => {
    await enter(page, 'street1')
    await draftOrder(page)
    await expectNoSidewaysScroll(page)
    for (const place of ['检查人员（签名）', '签收人（签名）']) {
      const dialog = await signAs(page, place)
      if (place.startsWith('签收人')) await dialog.getByLabel('签名人').fill('赵国平')
      const pad = dialog.getByRole('img', { name: /签名/ })
      await drawWithFinger(page, pad)
      await dialog.getByRole('button', { name: '重签' }).click()
      await expect(dialog.getByRole('button', { name: '确认' })).toBeDisabled()
      await drawWithFinger(page, pad)
      await expectNoSidewaysScroll(page)
      await look(page, 'journey-paper-finger')
      await confirmed(dialog)
    }
    await expect(page.getByRole('img', { name: /的签名/ })).toHaveCount(2)
    await expect(page.getByText('已签署', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await look(page, 'journey-paper-telephone')

    // Another person sees the signed paper, and whoever may not issue has no button for it.
    const grid = await windowOf(browser, 'grid1')
    await grid.goto(new URL(page.url()).pathname)
    await expect(grid.getByRole('button', { name: '印发', exact: true })).toHaveCount(0)
  })
})
