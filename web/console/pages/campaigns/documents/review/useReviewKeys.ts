import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import type { Review } from './useReview'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** j and k move between findings, a accepts, x rejects, e edits; never while somebody types or a dialog is open. */
export function useReviewKeys(review: Review, editing: Ref<string | null>, mayReview: () => boolean): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if ([...document.querySelectorAll<HTMLElement>('.el-overlay')].some((one) => one.offsetParent !== null || one.style.display !== 'none')) return
    const finding = review.chosenFinding.value
    if (event.key === 'j') review.step(1)
    else if (event.key === 'k') review.step(-1)
    else if (!finding || !mayReview()) return
    else if (event.key === 'a') void review.decide(finding, 'ACCEPTED')
    else if (event.key === 'x') void review.decide(finding, 'REJECTED')
    else if (event.key === 'e') editing.value = finding.id
    else return
    event.preventDefault()
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
