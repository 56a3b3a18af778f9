import { ref, type Ref } from 'vue'

export interface Action {
  busy: Ref<boolean>
  /** What the last run was refused with; null when it went through or none has ended. */
  refusal: Ref<unknown>
  /** Does the work unless some is being done already; tells whether it went through. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

/** One request at a time of a form or dialog, with what it was refused with. */
export function useAction(): Action {
  const busy = ref(false)
  const refusal = ref<unknown>(null)

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refusal.value = null
    try {
      await work()
      return true
    } catch (problem) {
      refusal.value = problem
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, refusal, run }
}
