import { beforeAll } from 'vitest'
import { i18n } from '../i18n/index'
import words from '../locales/zh-CN.json'

beforeAll(() => {
  i18n.global.setLocaleMessage('zh-CN', words)
})
