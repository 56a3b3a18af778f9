import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mountInApp, type Mounted } from '../testing/mountInApp'
import FileDrop from './FileDrop.vue'
import { fileSize, isAccepted } from './fileDrop'

/** Stands in for XMLHttpRequest and lets a test decide how each upload goes. */
class Upload {
  static all: Upload[] = []
  headers: Record<string, string> = {}
  upload: { onprogress?: (event: object) => void } = {}
  status = 0
  responseText = ''
  body: FormData | null = null
  onload = () => undefined
  onerror = () => undefined
  onabort = () => undefined
  constructor() {
    Upload.all.push(this)
  }
  open(): void {
    this.status = 0
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  getResponseHeader(): null {
    return null
  }
  send(body: FormData): void {
    this.body = body
  }
  abort(): void {
    this.onabort()
  }
  answer(status: number, body: unknown): void {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload()
  }
}

const photo = (name = '楼道.jpg', size = 3) => new File(['x'.repeat(size)], name, { type: 'image/jpeg' })

async function drop(files: File[], props: Record<string, unknown> = {}): Promise<Mounted> {
  const mounted = await mountInApp(FileDrop, { props: { modelValue: [], ...props } })
  await mounted.wrapper.get('.drop').trigger('drop', { dataTransfer: { files } })
  await flushPromises()
  return mounted
}

beforeEach(() => {
  Upload.all = []
  document.cookie = 'XSRF-TOKEN=t; path=/'
  vi.stubGlobal('XMLHttpRequest', Upload)
})

describe('FileDrop', () => {
  it('sends a dropped file at once, shows how far it is, and hands over what the server took', async () => {
    const { wrapper } = await drop([photo()], { fields: { purpose: 'before' } })
    const [upload] = Upload.all
    expect(upload?.headers['X-XSRF-TOKEN']).toBe('t')
    expect((upload?.body?.get('file') as File).name).toBe('楼道.jpg')
    expect(upload?.body?.get('purpose')).toBe('before')
    upload?.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 })
    await flushPromises()
    expect(wrapper.get('progress').attributes('value')).toBe('0.25')
    upload?.answer(201, { id: 'f1', name: '楼道.jpg', size: 3 })
    await flushPromises()
    expect(wrapper.emitted('update:modelValue')).toEqual([[[{ id: 'f1', name: '楼道.jpg', size: 3 }]]])
    expect(wrapper.find('progress').exists()).toBe(false)
    expect(wrapper.emitted('busy')).toEqual([[true], [false]])
  })

  it('keeps a file that failed, with the reason, and sends it again', async () => {
    const { wrapper } = await drop([photo()])
    Upload.all[0]?.answer(413, { type: 'about:blank' })
    await flushPromises()
    expect(wrapper.get('[role=alert]').text()).toBe('文件太大')
    await wrapper.get('[aria-label="重新上传 楼道.jpg"]').trigger('click')
    await flushPromises()
    expect(Upload.all).toHaveLength(2)
    Upload.all[1]?.onerror()
    await flushPromises()
    expect(wrapper.get('[role=alert]').text()).toBe('连不上服务器')
  })

  it('refuses what is too large or of the wrong kind, and sends the rest', async () => {
    const { wrapper } = await drop([photo('大.jpg', 20), photo(), new File(['x'], 'a.exe')], { accept: 'image/*', maxBytes: 10 })
    expect(Upload.all).toHaveLength(1)
    expect(wrapper.findAll('[role=alert]').map((alert) => alert.text())).toEqual(['文件超过 10 B，未上传', '不支持此类文件，未上传'])
  })

  it('stops an upload that is removed', async () => {
    const { wrapper } = await drop([photo()])
    const stopped = vi.spyOn(Upload.all[0] as Upload, 'abort')
    await wrapper.get('[aria-label="移除 楼道.jpg"]').trigger('click')
    expect(stopped).toHaveBeenCalled()
    await flushPromises()
    expect(wrapper.find('li').exists()).toBe(false)
  })

  it('takes a pasted picture, and leaves pasted words alone', async () => {
    const { wrapper } = await mountInApp(FileDrop, { props: { modelValue: [] } })
    const paste = (files: File[]) => document.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { files } }))
    expect(paste([])).toBe(true)
    expect(paste([photo('截图.png')])).toBe(false)
    await flushPromises()
    expect(wrapper.text()).toContain('截图.png')
  })
})

describe('a file', () => {
  it('has a readable size', () => {
    expect([0, 1023, 1536, 20 * 1024 * 1024].map(fileSize)).toEqual(['0 B', '1023 B', '1.5 KB', '20 MB'])
  })

  it('fits by kind or by ending', () => {
    expect(isAccepted(photo(), 'image/*, .pdf')).toBe(true)
    expect(isAccepted(new File([''], 'A.PDF'), 'image/*,.pdf')).toBe(true)
    expect(isAccepted(new File([''], 'a.pdf.exe'), 'image/*,.pdf')).toBe(false)
    expect(isAccepted(new File([''], 'a'), undefined)).toBe(true)
  })
})
