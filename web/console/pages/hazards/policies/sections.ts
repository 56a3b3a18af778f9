import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDomains } from '../hazardsApi'
import { GRADES, SOURCES, WAITING } from '../types'
import { NEW_LIMIT, type Option, type Rule, type RuleColumn } from './ruleTable'

const LEVELS = ['COMMUNITY', 'STREET', 'DISTRICT', 'CITY', 'PROVINCE']
const RUNGS = ['REMINDER', 'SUPERVISION_SLIP', 'BULLETIN', 'INTERVIEW', 'ACCOUNTABILITY']
const PAPERS = ['supervision-slip', 'bulletin', 'interview-record', 'warning-notice']
const TO = ['RESPONSIBLE', 'WAITED_FOR', 'LEVEL_ABOVE', 'HOLDER:STREET_LEADER', 'HOLDER:SECTION_CHIEF', 'HOLDER:STAFF', 'HOLDER:UNIT_HEAD', 'HOLDER:GRID_WORKER']
export const PAUSES = ['EXTENSION_ASKED', 'HAND_OVER_UNANSWERED', 'HAND_OVER_DISPUTED']
const WARNINGS = ['MAJOR', 'REPEATED', 'RETURNED', 'OVERDUE']

/** One table of rules of a policy. */
export interface Section {
  key: 'limits' | 'extensionRules' | 'lookBacks' | 'ladder' | 'warnings'
  pointer: string
  columns: RuleColumn[]
  fresh: Rule
}

interface Sections {
  sections: ComputedRef<Section[]>
  levels: ComputedRef<Option[]>
}

export function useSections(): Sections {
  const { t } = useI18n()
  const domains = useDomains()
  const words = (values: readonly string[], under: string): Option[] => values.map((value) => ({ value, text: t(`hazards.${under}.${value}`) }))
  const title = (key: string): string => t(`hazards.policy.column.${key}`)
  const levels = computed(() => words(LEVELS, 'level'))

  const sections = computed<Section[]>(() => {
    const grade: RuleColumn = { key: 'grade', title: title('grade'), kind: 'choice', options: words(GRADES, 'grade'), any: true }
    const domain: RuleColumn = { key: 'domain', title: title('domain'), kind: 'choice', options: domains.options.value, any: true }
    const after: RuleColumn = { key: 'after', title: title('after'), kind: 'limit' }
    return [
      {
        key: 'limits',
        pointer: 'content.limits',
        fresh: { clock: 'RECTIFY', grade: null, domain: null, source: null, limit: NEW_LIMIT },
        columns: [
          { key: 'clock', title: title('clock'), kind: 'choice', options: words(WAITING, 'clockKind') },
          grade,
          domain,
          { key: 'source', title: title('source'), kind: 'choice', options: words(SOURCES, 'source'), any: true },
          { key: 'limit', title: title('limit'), kind: 'limit' },
        ],
      },
      {
        key: 'extensionRules',
        pointer: 'content.extensions.rules',
        fresh: { grade: null, upToNth: 1, upToDays: 10, level: 'STREET' },
        columns: [
          grade,
          { key: 'upToNth', title: title('upToNth'), kind: 'number', least: 1, most: 100 },
          { key: 'upToDays', title: title('upToDays'), kind: 'number', least: 1, most: 3650 },
          { key: 'level', title: title('level'), kind: 'choice', options: levels.value },
        ],
      },
      {
        key: 'ladder',
        pointer: 'content.ladder',
        fresh: { kind: 'REMINDER', clocks: [], grade: null, after: NEW_LIMIT, recipients: ['RESPONSIBLE'], paper: null, confirm: true },
        columns: [
          { key: 'kind', title: title('rung'), kind: 'choice', options: words(RUNGS, 'rung') },
          { key: 'clocks', title: title('clock'), kind: 'choices', options: words(WAITING, 'clockKind') },
          grade,
          after,
          { key: 'recipients', title: title('recipients'), kind: 'choices', typed: true, options: TO.map((value) => ({ value, text: t(`hazards.policy.to.${value.replace(':', '_')}`) })) },
          { key: 'paper', title: title('paper'), kind: 'choice', options: words(PAPERS, 'policy.paper'), none: true },
          { key: 'confirm', title: title('confirm'), kind: 'switch' },
        ],
      },
      {
        key: 'lookBacks',
        pointer: 'content.lookBacks',
        fresh: { grade: null, domain: null, after: { count: 30, of: 'CALENDAR_DAYS' }, share: 100 },
        columns: [grade, domain, after, { key: 'share', title: title('share'), kind: 'number', least: 1, most: 100 }],
      },
      {
        key: 'warnings',
        pointer: 'content.warnings',
        fresh: { kind: 'MAJOR', least: 2, days: 90 },
        columns: [
          { key: 'kind', title: title('warning'), kind: 'choice', options: words(WARNINGS, 'policy.warning') },
          { key: 'least', title: title('least'), kind: 'number', least: 1, most: 1000 },
          { key: 'days', title: title('days'), kind: 'number', least: 1, most: 3650 },
        ],
      },
    ]
  })
  return { sections, levels }
}
