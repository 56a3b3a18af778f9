import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, vi } from 'vitest'
import { i18n } from '../i18n/index'
import words from '../locales/zh-CN.json'

enableAutoUnmount(afterEach)

beforeAll(() => {
  i18n.global.setLocaleMessage('zh-CN', words)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.body.innerHTML = ''
})
