import { expect, type Locator, type Page } from '@playwright/test'
import type { MadeFile } from './files'

/** Opens a drop-down by its label and takes one of its options. */
export async function pick(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const page = 'goto' in within ? within : within.page()
  await within.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Looks for something by its name in a drop-down that asks the server, and takes the first answer. */
export async function find(within: Locator, label: string, name: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await box.fill(name)
  await within.page().getByRole('option', { name }).first().click()
}

/** Chooses an area by name in the picker whose button shows `shown`. */
export async function chooseArea(within: Page | Locator, shown: string | RegExp, name: string): Promise<void> {
  const page = 'goto' in within ? within : within.page()
  await within.getByRole('button', { name: shown }).click()
  await page.getByLabel('按名称查找辖区').filter({ visible: true }).fill(name)
  await page.getByRole('listitem').getByRole('button', { name }).first().click()
}

/** Hands a file to the drop with this label and waits until the server has it. */
export async function attach(within: Page | Locator, label: string, file: MadeFile): Promise<void> {
  const drop = within.getByRole('group', { name: label, exact: true })
  const chooser = drop.page().waitForEvent('filechooser')
  await drop.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(file)
  await expect(drop.getByRole('button', { name: `移除 ${file.name}` })).toBeVisible()
  await expect(drop.getByRole('progressbar')).toHaveCount(0)
  await expect(drop.getByRole('alert')).toHaveCount(0)
}
