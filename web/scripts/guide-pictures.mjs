// Makes the pictures of the user guide from a demonstration server: ANSHE_URL=http://127.0.0.1:8080 npm run guide
import { chromium } from '@playwright/test'
import { fileURLToPath } from 'node:url'

const base = process.env.ANSHE_URL ?? 'http://127.0.0.1:8080'
const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))
const browser = await chromium.launch({
  executablePath: process.env.ANSHE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})

async function open(login) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  // The stream of notices never ends, so the network would never be idle.
  await page.route('**/api/notifications/stream*', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${base}/login`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill('Anshe-Demo-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return page
}

const ask = (page, path) => page.evaluate((address) => fetch(address).then((answer) => answer.json()), path)

async function picture(page, path, name, first = async () => undefined) {
  await page.goto(base + path)
  await page.waitForLoadState('networkidle')
  await first()
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}

const office = await open('street1')
const documents = (await ask(office, '/api/plan-documents')).items
const campaigns = (await ask(office, '/api/campaigns')).items
const hazards = (await ask(office, '/api/hazards?state=CLOSED&limit=1')).items
const planned = documents.find(({ title }) => title.includes('燃气')) ?? documents[0]
const running = campaigns.find(({ title }) => title.includes('燃气')) ?? campaigns[0]
await picture(office, `/campaigns/documents/${planned.id}`, 'plan-review')
await picture(office, `/campaigns/${running.id}`, 'campaign')
await picture(office, '/registers/enterprise', 'register')
await picture(office, '/hazards', 'hazards')
await picture(office, `/hazards/${hazards[0].id}`, 'hazard')
await picture(office, '/dashboard', 'dashboard')
const briefings = (await ask(office, '/api/documents')).items
if (briefings.length > 0) await picture(office, `/documents/${briefings[0].id}`, 'briefing')

const worker = await open('grid1')
const task = (await ask(worker, '/api/inspection-tasks?mine=true&state=OPEN&limit=1')).items[0]
await picture(worker, `/inspection/tasks/${task.id}`, 'check-task')
await browser.close()
