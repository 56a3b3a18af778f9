import { address, apiFetch, noticeRefusal, requestHeaders, type Query } from './client'
import { NetworkFailure, toProblem } from './problem'

function fileName(disposition: string | null): string | null {
  if (disposition === null) return null
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}

/** Fetches a file and hands it to the browser's download; refusals are thrown like any other. */
export async function download(path: string, fallbackName: string, query?: Query): Promise<void> {
  const response = await apiFetch(new Request(address(path, query)))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('Content-Disposition')) ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export interface UploadOptions {
  /** Other parts of the form. */
  fields?: Record<string, string>
  /** Share of the file that has left this machine, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Sends one file as the part `file` of a multipart form; `fetch` cannot tell how far an upload has come. */
export async function upload<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
  const headers = await requestHeaders('POST')
  const form = new FormData()
  for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value)
  form.append('file', file, file.name)
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    request.setRequestHeader('Accept', 'application/json')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(new NetworkFailure(false))
    request.onabort = () => reject(new DOMException('upload stopped', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(parsed(request.responseText) as T)
      const problem = toProblem(request.status, parsed(request.responseText), request.getResponseHeader('X-Trace-Id'))
      noticeRefusal(problem, path)
      reject(problem)
    }
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
