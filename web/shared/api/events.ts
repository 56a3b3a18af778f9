import { address, type Query } from './client'

interface EventStreamOptions {
  query?: Query
  /** Called for each event with its name and parsed data. */
  onEvent: (name: string, data: unknown) => void
  /** True while the connection is broken and the browser tries again. */
  onInterrupted?: (interrupted: boolean) => void
}

/**
 * Listens to server-sent events until the returned function is called.
 * @param names the event names to listen for; `message` is the unnamed one
 */
export function listen(path: string, names: readonly string[], options: EventStreamOptions): () => void {
  const source = new EventSource(address(path, options.query), { withCredentials: true })
  for (const name of names) {
    source.addEventListener(name, (event) => {
      options.onEvent(name, JSON.parse((event as MessageEvent<string>).data))
    })
  }
  source.onopen = () => options.onInterrupted?.(false)
  source.onerror = () => options.onInterrupted?.(true)
  return () => source.close()
}
