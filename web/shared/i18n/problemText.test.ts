import { beforeAll, describe, expect, it } from 'vitest'
import { NetworkFailure, toProblem } from '../api/problem'
import words from '../locales/zh-CN.json'
import { i18n } from './index'
import { fieldMessages, problemLine, problemText } from './problemText'

beforeAll(() => {
  const problems = { ...words.problems, '/problems/identity/locked': { title: '已锁定', advice: '{retryAt} 之后再试' } }
  i18n.global.setLocaleMessage('zh-CN', { ...words, problems })
})

describe('words for a failure', () => {
  it('are chosen by type, with instants in office time', () => {
    const locked = toProblem(423, { type: '/problems/identity/locked', retryAt: '2026-11-22T16:05:00Z', traceId: '9f' })
    expect(problemText(locked)).toEqual({ title: '已锁定', advice: '2026-11-23 00:05 之后再试', traceId: '9f' })
  })

  it('fall back to the status, then to the server error, then to a general sentence', () => {
    expect(problemText(toProblem(404, { type: '/problems/x/y' })).title).toBe('没有找到')
    expect(problemText(toProblem(503, null)).title).toBe('服务器出了问题')
    expect(problemText(toProblem(418, null)).title).toBe('操作没有完成')
    expect(problemText(new Error('boom')).title).toBe('操作没有完成')
  })

  it('tell a broken connection from a slow server', () => {
    expect(problemText(new NetworkFailure(false)).title).toBe('连不上服务器')
    expect(problemText(new NetworkFailure(true)).title).toBe('服务器没有及时回应')
  })

  it('fit on one line with the reference', () => {
    expect(problemLine(toProblem(403, { traceId: 'ab' }))).toMatch(/^没有权限.+（问题编号：ab）$/)
  })
})

describe('words for fields', () => {
  it('are keyed by the dotted name', () => {
    const problem = toProblem(422, { errors: [{ pointer: '/items/0/name', code: 'required' }, { pointer: '/age', code: 'odd' }] })
    expect(fieldMessages(problem)).toEqual({ 'items.0.name': '请填写此项', age: '此项有误' })
    expect(fieldMessages(new Error('boom'))).toEqual({})
  })
})
