import { bodyOf, lackingOf } from '@shared/enforcement/stepFields'
import StepDialog from '@shared/enforcement/StepDialog.vue'
import { CLERK, mountInApp } from '@shared/testing/mountInApp'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { fieldsOf } from '../cases'

const t = (key: string) => key

describe('the outcome of a case', () => {
  it('wants an amount with a fine, and sends none without', () => {
    const fields = fieldsOf('conclude', t)
    const fined = { day: '2026-11-01', outcomes: ['FINED'], fine: '' }
    expect(lackingOf(fields, fined)).toEqual(['fine'])
    const warned = { day: '2026-11-01', outcomes: ['WARNED'], fine: '500', note: ' ' }
    expect(lackingOf(fields, warned)).toEqual([])
    expect(bodyOf(fields, warned)).toEqual({ day: '2026-11-01', outcomes: ['WARNED'] })
  })
})

describe('a step of a case', () => {
  it('asks for its words before it is sent', async () => {
    const send = vi.fn().mockResolvedValue(undefined)
    const { wrapper } = await mountInApp(StepDialog, { props: { title: '退回', fields: fieldsOf('refuse', t), send }, session: CLERK })
    await flushPromises()
    const press = async () => {
      document.querySelector<HTMLElement>('.el-dialog__footer .el-button--primary')?.click()
      await flushPromises()
    }
    await press()
    expect(send).not.toHaveBeenCalled()
    const area = document.querySelector('textarea') as HTMLTextAreaElement
    area.value = ' 不属职责 '
    area.dispatchEvent(new Event('input'))
    await flushPromises()
    await press()
    expect(send).toHaveBeenCalledWith({ reason: '不属职责' })
    expect(wrapper.emitted('taken')).toHaveLength(1)
  })
})
