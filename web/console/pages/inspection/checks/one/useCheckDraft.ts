import { ApiProblem } from '@shared/api/problem'
import { computed, onBeforeUnmount, reactive, ref, type ComputedRef, type Ref } from 'vue'
import { checksApi } from '../../inspectionApi'
import type { Answer, CheckView, Result } from '../../types'

/** `local`: on this device only, the server was not reached yet. */
export type SaveState = 'saved' | 'saving' | 'local' | 'conflict'

interface Kept {
  revision: number
  answers: Answer[]
  place: string
  remark: string
}

export interface CheckDraft {
  answers: Record<string, Answer>
  place: Ref<string>
  remark: Ref<string>
  state: Ref<SaveState>
  answered: ComputedRef<number>
  failed: ComputedRef<Answer[]>
  set: (item: string, result: Result) => void
  put: (answer: Answer) => void
  touch: () => void
  /** Sends what is not sent yet; throws what the server refuses. */
  flush: () => Promise<void>
  forget: () => void
}

const PAUSE = 1_500

const keyOf = (id: string) => `anshe.check.${id}`

function kept(id: string, revision: number): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Kept | null
    return found !== null && found.revision === revision ? found : null
  } catch {
    return null
  }
}

/** A draft that is kept on this device at once and on the server after a moment; what was not sent survives a reload. */
export function useCheckDraft(view: CheckView): CheckDraft {
  const { id } = view.check
  const unsent = kept(id, view.check.revision)
  const given = unsent?.answers ?? view.answers.map(({ answer }) => answer)
  const answers = reactive<Record<string, Answer>>(Object.fromEntries(given.map((answer) => [answer.itemCode, answer])))
  const place = ref(unsent?.place ?? view.check.place ?? '')
  const remark = ref(unsent?.remark ?? view.check.remark ?? '')
  const state = ref<SaveState>('saved')
  let revision = view.check.revision
  let changes = 0
  let sent = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined

  function keep(): void {
    try {
      localStorage.setItem(
        keyOf(id),
        JSON.stringify({ revision, answers: Object.values(answers), place: place.value, remark: remark.value }),
      )
    } catch {
      // A full or forbidden store: the server keeps the draft all the same.
    }
  }

  function forget(): void {
    localStorage.removeItem(keyOf(id))
  }

  async function send(): Promise<void> {
    const upTo = changes
    state.value = 'saving'
    try {
      const body = { revision, answers: Object.values(answers), place: place.value || null, remark: remark.value || null }
      revision = (await checksApi.save(id, body)).revision
      sent = upTo
      if (sent === changes) {
        state.value = 'saved'
        forget()
      } else keep()
    } catch (problem) {
      state.value = problem instanceof ApiProblem && problem.status === 409 ? 'conflict' : 'local'
      throw problem
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(pause)
    while (sending !== undefined || sent < changes) {
      sending ??= send().finally(() => (sending = undefined))
      await sending
    }
  }

  function touch(): void {
    changes += 1
    if (state.value !== 'conflict') state.value = 'local'
    keep()
    clearTimeout(pause)
    if (state.value !== 'conflict') pause = setTimeout(() => void flush().catch(() => undefined), PAUSE)
  }

  function set(item: string, result: Result): void {
    const before = answers[item]
    answers[item] = before
      ? { ...before, result }
      : { itemCode: item, result, note: null, grade: null, measure: null, photos: [], photosAfter: [] }
    touch()
  }

  function put(answer: Answer): void {
    answers[answer.itemCode] = answer
    touch()
  }

  if (unsent !== null) touch()
  onBeforeUnmount(() => {
    clearTimeout(pause)
    if (sent < changes && state.value !== 'conflict') void flush().catch(() => undefined)
  })

  return {
    answers,
    place,
    remark,
    state,
    answered: computed(() => Object.keys(answers).length),
    failed: computed(() => Object.values(answers).filter(({ result }) => result === 'FAIL')),
    set,
    put,
    touch,
    flush,
    forget,
  }
}
