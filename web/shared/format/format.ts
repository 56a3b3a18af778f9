import { i18n } from '../i18n/index'

/** Office time: every date a person reads is that of China, wherever the browser stands. */
export const OFFICE_ZONE = 'Asia/Shanghai'

type Maybe<T> = T | null | undefined

const formatters = new Map<string, Intl.DateTimeFormat>()

function parts(options: Intl.DateTimeFormatOptions, instant: Date): Record<string, string> {
  const id = JSON.stringify(options)
  const formatter =
    formatters.get(id) ?? new Intl.DateTimeFormat('en-CA', { timeZone: OFFICE_ZONE, hourCycle: 'h23', ...options })
  formatters.set(id, formatter)
  return Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** The word for what is not known. A missing figure is never printed as 0. */
export function unknownText(): string {
  return i18n.global.t('ui.unknown')
}

function instantOf(value: Maybe<string>): Date | null {
  const instant = new Date(value ?? '')
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** `2026-03-05`, in office time; takes an instant or a plain date. */
export function formatDate(value: Maybe<string>): string {
  const instant = instantOf(value)
  if (instant === null) return unknownText()
  if (value && /^\d{4}-\d\d-\d\d$/.test(value)) return value
  const p = parts({ year: 'numeric', month: '2-digit', day: '2-digit' }, instant)
  return `${p['year']}-${p['month']}-${p['day']}`
}

/** `2026-03-05 14:30`, in office time. */
export function formatDateTime(value: Maybe<string>): string {
  const instant = instantOf(value)
  if (instant === null) return unknownText()
  const p = parts({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }, instant)
  return `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}`
}

/** `12,345`; with `digits`, that many decimals. */
export function formatNumber(value: Maybe<number>, digits?: number): string {
  if (value === null || value === undefined || Number.isNaN(value)) return unknownText()
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 2,
  }).format(value)
}

/** A share as `12.5%`. */
export function formatShare(value: Maybe<number>, digits = 1): string {
  if (value === null || value === undefined || Number.isNaN(value)) return unknownText()
  return `${formatNumber(value * 100, digits)}%`
}
