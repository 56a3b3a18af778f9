import { i18n } from '@shared/i18n/index'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { stubFetch } from '@shared/testing/stubFetch'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placesOf, type ActionView, type UnitPart } from '../jointActions'
import words from '../locales/zh-CN.json'
import { fieldsOf } from './steps'
import UnitList from './UnitList.vue'

beforeAll(() => i18n.global.mergeLocaleMessage('zh-CN', { 'joint-actions': words, problems: words.problems }))
beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t'
  stubFetch()
})

const part = (more: Partial<UnitPart>): UnitPart => ({
  unitId: 'u', unitName: '派出所', answer: 'INVITED', reason: null, answeredName: null, tookPart: null, people: null, peopleNames: null,
  feedback: null, feedbackAt: null, feedbackName: null, mine: true, nearAt: null, dueAt: null, ...more,
})
const view = (state: string, owing: number, units: UnitPart[]) => ({ row: { state, owing }, units }) as unknown as ActionView

async function buttons(of: ActionView): Promise<string[]> {
  const { wrapper } = await mountInApp(UnitList, { props: { view: of }, session: CLERK })
  await flushPromises()
  return wrapper.findAll('button').map((button) => button.text())
}

describe('the units of a joint action', () => {
  it('offers an answer to the people of an invited unit only, and only before it is held', async () => {
    expect(await buttons(view('PLANNED', 0, [part({}), part({ unitId: 'v', mine: false })]))).toEqual(['参加', '不参加'])
    expect(await buttons(view('CANCELLED', 0, [part({})]))).toEqual([])
  })

  it('offers feedback to a unit that came and has not said anything', async () => {
    expect(await buttons(view('FEEDBACK_DUE', 1, [part({ answer: 'AGREED', tookPart: true })]))).toEqual(['反馈'])
    expect(await buttons(view('FEEDBACK_DUE', 0, [part({ answer: 'AGREED', tookPart: true, feedback: '已查处' })]))).toEqual([])
    expect(await buttons(view('FEEDBACK_DUE', 0, [part({ answer: 'AGREED', tookPart: false })]))).toEqual([])
  })
})

describe('the steps of a joint action', () => {
  it('asks why feedback is missing only when some is', () => {
    const names = (owing: number) => fieldsOf('conclude', view('FEEDBACK_DUE', owing, []), (key) => key).map(({ name }) => name)
    expect(names(0)).toEqual(['conclusion'])
    expect(names(2)).toEqual(['conclusion', 'missingReason'])
  })

  it('takes each line as a place', () => {
    expect(placesOf(' 一楼 \n\n二楼')).toEqual([{ words: '一楼' }, { words: '二楼' }])
  })
})
