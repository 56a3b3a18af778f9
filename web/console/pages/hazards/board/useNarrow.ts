import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const NARROW = '(max-width: 900px)'

/** Whether there is room for one column only. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const media = window.matchMedia(NARROW)
  const narrow = ref(media.matches)
  const follow = () => (narrow.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return readonly(narrow)
}
