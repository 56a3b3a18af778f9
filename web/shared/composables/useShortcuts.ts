import { onBeforeUnmount, onMounted } from 'vue'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]')
}

/** `/` goes to the search field of the page; Esc in it goes back out. Dialogs close on Esc by themselves. */
export function useShortcuts(): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === '/' && !isTyping(event.target)) {
      const field = searchField()
      if (field === null) return
      event.preventDefault()
      field.focus()
      field.select()
    } else if (event.key === 'Escape' && event.target === searchField()) {
      searchField()?.blur()
    }
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
