import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick, reactive } from 'vue'
import type { Similar } from '../types'
import { useSimilar, type Draft } from './useSimilar'

const api = vi.hoisted(() => ({ findSimilar: vi.fn() }))
vi.mock('../hazardsApi', () => api)

const one = { id: 'a', number: '2026-000001', closed: true, reasons: ['TEXT'] } as unknown as Similar
const draft = (): Draft => ({ areaKey: '32', domain: 'fire', objectId: null, place: null, description: '楼道堆放杂物', photos: [] })

beforeEach(() => {
  vi.useFakeTimers()
  api.findSimilar.mockReset().mockResolvedValue([one])
})
afterEach(() => vi.useRealTimers())

test('stops once before sending, and not twice for the same ones', async () => {
  const written = reactive(draft())
  const similar = useSimilar(() => ({ ...written }))
  expect(await similar.lookBeforeSending()).toBe(true)
  expect(similar.seen.value).toBe(true)
  expect(await similar.lookBeforeSending()).toBe(false)
  expect(api.findSimilar).toHaveBeenCalledTimes(1)
})

test('looks while one writes, after a pause, and drops an answer that came too late', async () => {
  const written = reactive(draft())
  const similar = useSimilar(() => ({ ...written }))
  written.description = '楼道'
  await nextTick()
  await vi.advanceTimersByTimeAsync(800)
  expect(api.findSimilar).not.toHaveBeenCalled()
  let late: (found: Similar[]) => void = vi.fn()
  api.findSimilar.mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
  written.description = '楼道堆放杂物多'
  await nextTick()
  await vi.advanceTimersByTimeAsync(800)
  written.description = '电动车飞线充电'
  api.findSimilar.mockResolvedValueOnce([])
  await nextTick()
  await vi.advanceTimersByTimeAsync(800)
  late([one])
  await nextTick()
  expect(similar.found.value).toEqual([])
})

test('a failure holds nobody up', async () => {
  api.findSimilar.mockRejectedValue(new Error('offline'))
  const similar = useSimilar(draft)
  expect(await similar.lookBeforeSending()).toBe(false)
})
