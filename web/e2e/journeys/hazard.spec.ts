import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { attach, chooseArea, find, pick } from '../support/controls'
import { enter, RUN, windowOf } from '../support/demonstration'
import { picture } from '../support/files'
import { look } from '../support/screenshot'

test.describe.configure({ timeout: 240_000 })

async function step(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name, exact: true })
  await expect(dialog).toBeVisible()
  return { dialog, take: () => dialog.getByRole('button', { name, exact: true }).click() }
}

test('a hazard is reported, assigned, put right and closed by four people', async ({ page, browser }) => {
  const words = `二楼疏散通道堆放纸箱 ${RUN}`

  await enter(page, 'grid1')
  await page.getByRole('link', { name: '上报隐患' }).click()
  await page.getByLabel('隐患描述').fill(words)
  await attach(page, '整改前', picture('通道.png'))
  await pick(page, '领域', /消防/)
  await chooseArea(page, /选择辖区|网格/, '第1网格')
  await expectAccessible(page)
  await look(page, 'journey-hazard-report')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  // Where something alike was reported before, it is shown first.
  const anyway = page.getByRole('button', { name: '已看过，继续上报' })
  const opened = page.getByRole('heading', { level: 1, name: /^隐患 [0-9]/ })
  await expect(opened.or(anyway)).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(opened).toBeVisible()
  await expect(page.getByText('待核实')).toBeVisible()
  const address = new URL(page.url()).pathname

  const community = await windowOf(browser, 'community11')
  await community.goto(address)
  const confirm = await step(community, '核实')
  await confirm.take()
  await expect(community.getByText('待交办')).toBeVisible()
  const assign = await step(community, '交办')
  await find(assign.dialog, '责任单位', '市场监督管理所')
  await expectAccessible(community)
  await look(community, 'journey-hazard-assign')
  await assign.take()
  await expect(community.getByText('整改中', { exact: true })).toBeVisible()

  const handler = await windowOf(browser, 'market')
  await handler.goto(address)
  const submit = await step(handler, '提交整改')
  await submit.dialog.getByLabel('整改情况').fill('纸箱已清走，通道净宽恢复到一米四。')
  await submit.dialog.getByLabel('整改措施').fill('清走堆放物，划出禁止占用线。')
  await submit.dialog.getByRole('button', { name: '本人' }).click()
  await submit.dialog.getByText('无需资金').click()
  await submit.dialog.getByLabel('应急预案').fill('整改期间专人看守通道。')
  await attach(submit.dialog, '整改后照片', picture('清走后.png'))
  await expectAccessible(handler)
  await look(handler, 'journey-hazard-submit')
  await submit.take()
  await expect(handler.getByText('待复查')).toBeVisible()
  await expect(handler.getByText('提交整改').first()).toBeVisible()
  await expect(handler.getByRole('button', { name: '销号' })).toHaveCount(0)
  await look(handler, 'journey-hazard-submitted')

  const officer = await windowOf(browser, 'street1')
  await officer.goto(address)
  const close = await step(officer, '销号')
  await close.dialog.getByLabel('复查情况').fill('现场看过，通道畅通。')
  await close.take()
  await expect(officer.getByText('已销号').first()).toBeVisible()
  const course = officer.getByRole('list', { name: '办理过程' })
  for (const done of ['上报', '已核实', '已交办', '提交整改', '复查合格，销号']) await expect(course.getByText(done, { exact: true })).toBeVisible()
  await expect(course.getByRole('img')).toHaveCount(2)
  await expectAccessible(officer)
  await look(officer, 'journey-hazard-closed')
})
