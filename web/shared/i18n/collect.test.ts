import { describe, expect, it } from 'vitest'
import { collect } from './collect'

const elementPlus = { name: 'x', el: {} }

describe('collect', () => {
  it('puts each module under its folder and joins the words of problems', () => {
    const shared = { ui: { retry: '重试' }, problems: { network: { title: 'n' } } }
    const modules = {
      '../pages/hazards/locales/zh-CN.json': { title: '隐患', problems: { '/problems/hazard/a': { title: 'a' } }, fieldErrors: { odd: '奇怪' } },
      '../pages/login/locales/zh-CN.json': { title: '登录', problems: { '/problems/identity/b': { title: 'b' } } },
    }
    const { messages } = collect(shared, modules, elementPlus)
    expect(messages).toEqual({
      ui: { retry: '重试' },
      hazards: { title: '隐患' },
      login: { title: '登录' },
      problems: { network: { title: 'n' }, '/problems/hazard/a': { title: 'a' }, '/problems/identity/b': { title: 'b' } },
      fieldErrors: { odd: '奇怪' },
      rowErrors: {},
      permissions: {},
      actions: {},
      modules: {},
    })
    expect(shared).toEqual({ ui: { retry: '重试' }, problems: { network: { title: 'n' } } })
  })

  it('refuses a file that belongs to no module', () => {
    expect(() => collect({}, { '../words.json': {} }, elementPlus)).toThrow(/not a module/)
  })
})
