import { expect, test } from 'vitest'
import { recipientCode, recipientOf } from './policy'

test('a recipient survives being a word', () => {
  for (const one of [
    { to: 'RESPONSIBLE' } as const,
    { to: 'HOLDER', holder: 'STREET_LEADER' } as const,
    { to: 'POST', post: '主任', level: 'DISTRICT' } as const,
    { to: 'POST', post: '负责人', level: null } as const,
  ]) {
    expect(recipientOf(recipientCode(one))).toEqual(one)
  }
})

test('a post that is typed belongs to the street', () => {
  expect(recipientOf(' 安监办主任 ')).toEqual({ to: 'POST', post: '安监办主任', level: 'STREET' })
})
