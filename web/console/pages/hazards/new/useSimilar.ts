import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { findSimilar } from '../hazardsApi'
import type { Similar } from '../types'

/** What a report says so far, as far as it is compared. */
export interface Draft {
  areaKey: string | null
  domain: string
  objectId: string | null
  place: string | null
  description: string
  photos: string[]
}

const ENOUGH_WORDS = 4
const PAUSE = 700

interface SimilarOnes {
  found: Ref<Similar[]>
  repeatOf: Ref<string | null>
  /** True when earlier ones were found that the person has not had before the eyes yet; they are shown then. */
  lookBeforeSending: () => Promise<boolean>
  /** Whether what was found has been seen, so that sending is a decision. */
  seen: ComputedRef<boolean>
}

/** Looks for earlier hazards while the report is written and once more before it is sent. A failure holds nobody up. */
export function useSimilar(draft: () => Draft): SimilarOnes {
  const found = ref<Similar[]>([])
  const repeatOf = ref<string | null>(null)
  const shown = ref(new Set<string>())
  let looked = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const { areaKey, ...rest } = draft()
    const asked = JSON.stringify({ areaKey, ...rest })
    if (asked === looked) return
    looked = asked
    if (areaKey === null || rest.description.trim().length < ENOUGH_WORDS) {
      found.value = []
      return
    }
    try {
      const answer = await findSimilar({ areaKey, ...rest, description: rest.description.trim() })
      if (asked !== looked) return
      found.value = answer
      if (!answer.some(({ id }) => id === repeatOf.value)) repeatOf.value = null
    } catch {
      found.value = []
    }
  }

  watch(draft, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), PAUSE)
  })

  async function lookBeforeSending(): Promise<boolean> {
    clearTimeout(timer)
    await look()
    const fresh = found.value.filter(({ id }) => !shown.value.has(id))
    found.value.forEach(({ id }) => shown.value.add(id))
    return fresh.length > 0
  }

  return { found, repeatOf, lookBeforeSending, seen: computed(() => found.value.length > 0 && found.value.every(({ id }) => shown.value.has(id))) }
}
