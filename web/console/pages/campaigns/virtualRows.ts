import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, triggerRef, watch, type ComputedRef, type Ref } from 'vue'

export interface VirtualRow {
  index: number
  top: number
}

export interface VirtualRows {
  rows: ComputedRef<VirtualRow[]>
  total: ComputedRef<number>
  /** Hand every drawn row's element to this, so that its real height counts. */
  measure: (index: number, element: Element | null) => void
  scrollTo: (index: number) => Promise<void>
  /** The first row in sight. */
  first: ComputedRef<number>
}

const BEYOND = 600

/**
 * Draws only the rows in sight of a scrolling element, whatever their heights: rows not yet seen count with an
 * estimate, seen ones with what they measure.
 */
export function useVirtualRows(
  box: Ref<HTMLElement | undefined>,
  count: () => number,
  estimate: (index: number, width: number) => number,
): VirtualRows {
  const measured = new Map<number, number>()
  const elements = new Map<number, Element>()
  const tops = shallowRef(new Float64Array(1))
  const scrolled = ref(0)
  const height = ref(600)
  let width = 0
  let planned = 0

  function lay(): void {
    planned = 0
    const n = count()
    const next = new Float64Array(n + 1)
    for (let i = 0; i < n; i++) next[i + 1] = (next[i] ?? 0) + (measured.get(i) ?? estimate(i, width))
    tops.value = next
    triggerRef(tops)
  }

  const plan = () => (planned ||= requestAnimationFrame(lay))

  const rowObserver = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const index = Number((target as HTMLElement).dataset['index'])
      const now = (target as HTMLElement).offsetHeight
      if (elements.get(index) === target && now > 0 && measured.get(index) !== now) {
        measured.set(index, now)
        plan()
      }
    }
  })

  const boxObserver = new ResizeObserver(() => {
    if (!box.value) return
    height.value = box.value.clientHeight
    if (box.value.clientWidth !== width) {
      width = box.value.clientWidth
      measured.clear()
      plan()
    }
  })

  const onScroll = () => (scrolled.value = box.value?.scrollTop ?? 0)

  function at(offset: number): number {
    let low = 0
    let high = count()
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops.value[middle + 1] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return Math.min(low, Math.max(0, count() - 1))
  }

  onMounted(() => {
    if (!box.value) return
    width = box.value.clientWidth
    height.value = box.value.clientHeight
    box.value.addEventListener('scroll', onScroll, { passive: true })
    boxObserver.observe(box.value)
    lay()
  })

  onBeforeUnmount(() => {
    rowObserver.disconnect()
    boxObserver.disconnect()
    cancelAnimationFrame(planned)
  })

  watch(count, () => {
    measured.clear()
    lay()
  })

  return {
    rows: computed(() => {
      const laid = tops.value.length - 1
      if (laid <= 0) return []
      const last = Math.min(at(scrolled.value + height.value + BEYOND), laid - 1)
      const rows: VirtualRow[] = []
      for (let i = at(Math.max(0, scrolled.value - BEYOND)); i <= last; i++) rows.push({ index: i, top: tops.value[i] ?? 0 })
      return rows
    }),
    total: computed(() => tops.value[tops.value.length - 1] ?? 0),
    first: computed(() => at(scrolled.value + 1)),
    measure: (index, element) => {
      const before = elements.get(index)
      if (before && before !== element) rowObserver.unobserve(before)
      if (element === null) {
        elements.delete(index)
      } else if (before !== element) {
        elements.set(index, element)
        rowObserver.observe(element)
      }
    },
    async scrollTo(index) {
      // Twice: the rows that come into sight are measured and may move the place.
      for (let i = 0; i < 2; i++) {
        if (!box.value) return
        box.value.scrollTop = Math.max(0, (tops.value[index] ?? 0) - height.value / 3)
        onScroll()
        await nextTick()
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      }
    },
  }
}
