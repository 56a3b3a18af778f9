import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { enter, RUN } from '../support/demonstration'
import { csv, wordsOf } from '../support/files'
import { look } from '../support/screenshot'

const SHOP = `晨露便民小吃店 ${RUN}`
const COLUMNS = ['名称', '所属辖区', '联系电话', '场所类别', '经营者', '建筑面积（㎡）', '“三合一”场所']

test.describe.configure({ timeout: 120_000 })

test('a clerk imports the good rows of a table and leaves the bad ones out', async ({ page }) => {
  await enter(page, 'street1')
  await page.goto('/registers')
  await page.getByRole('list', { name: '全部台账' }).getByRole('link', { name: '九小场所' }).first().click()
  await page.getByRole('link', { name: '导入' }).click()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载空白模板' }).click()
  const template = await wordsOf(await saved, 'xl/sharedStrings.xml')
  for (const column of COLUMNS) expect(template).toContain(column)

  const table = csv('九小场所.csv', [
    COLUMNS,
    [SHOP, '桂园社区', '13900001234', '小餐饮', '沈小禾', '64', '否'],
    [`没有辖区的店 ${RUN}`, '不存在的社区', '13900001235', '小餐饮', '沈小禾', '40', '否'],
    [`面积写错的店 ${RUN}`, '桂园社区', '13900001236', '小餐饮', '沈小禾', '很大', '否'],
    ['', '松岭社区', '13900001237', '小旅馆', '沈小禾', '120', '否'],
  ])
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('group', { name: /上传填好的表格/ }).getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(table)
  await expect(page.getByText('可登记 1 行')).toBeVisible()
  await expect(page.getByText('有误 3 行')).toBeVisible()
  const bad = page.getByRole('region', { name: '有误的行' })
  await expect(bad.getByRole('row')).toHaveCount(4)
  await expect(bad.getByRole('row', { name: /不存在的社区/ })).toContainText('所属辖区')
  await expect(bad.getByRole('row', { name: /很大/ })).toContainText('建筑面积（㎡）')
  await expectAccessible(page)
  await look(page, 'journey-import-preview')

  await expect(page.getByRole('button', { name: '登记 1 行' })).toBeDisabled()
  await page.getByText('同意不登记有误的 3 行').click()
  await page.getByRole('button', { name: '登记 1 行' }).click()
  await expect(page.getByText('新登记 1 个')).toBeVisible()
  await look(page, 'journey-import-done')
  const leftOver = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载有误的行（附原因）' }).click()
  expect(await wordsOf(await leftOver, 'xl/worksheets/sheet1.xml')).toContain('不存在的社区')

  await page.getByRole('button', { name: '查看台账' }).click()
  await page.getByRole('textbox', { name: '按名称、地址等查找' }).fill(SHOP)
  await expect(page.getByText('已显示 1 条，共 1 条')).toBeVisible()
  await page.getByRole('link', { name: SHOP }).click()
  await expect(page.getByRole('heading', { level: 1, name: SHOP })).toBeVisible()
  await expectAccessible(page)
  await look(page, 'journey-import-object')
})
