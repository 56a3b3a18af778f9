import { formatDate } from '@shared/format/format'
import { i18n } from '@shared/i18n/index'
import type { Duty, Target } from './campaigns'

/** A day as exact as the plan prints it: `2026-07` or `2026-07-15`. */
export function planDay(day: string | null, precision: 'DAY' | 'MONTH' | null): string {
  if (day === null) return i18n.global.t('campaigns.open')
  return precision === 'MONTH' ? day.slice(0, 7) : formatDate(day)
}

/** `每周 1 次`, with the hour or day as printed. */
export function rhythm({ every, times, at }: Pick<Duty, 'every' | 'times' | 'at'>): string {
  const { t, te } = i18n.global
  const period = te(`campaigns.every.${every}`) ? t(`campaigns.every.${every}`) : every
  const often = t('campaigns.rhythm', { period, times })
  return at === null ? often : `${often} (${at})`
}

/** `≥ 95%` */
export function bound({ op, value, unit }: Pick<Target, 'op' | 'value' | 'unit'>): string {
  const sign = { '>=': '≥', '<=': '≤', '=': '=' }[op]
  return `${sign} ${value}${unit === '%' ? '%' : ` ${unit}`}`
}
