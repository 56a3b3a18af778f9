import type { UiLocale } from '@shared/i18n/locales'

export type LocalText = Record<UiLocale, string>

export type TaskState = 'DUE' | 'OVERDUE' | 'DONE' | 'CANCELLED'

export interface Task {
  id: string
  planId: string
  planName: string
  objectId: string
  objectName: string | null
  objectType: string
  address: string | null
  area: string
  areaName: string | null
  unitName: string | null
  supervisionClass: number | null
  every: string
  windowStart: string
  windowEnd: string
  nearAt: string
  dueAt: string
  assigneeId: string | null
  assigneeName: string | null
  rescheduled: boolean
  state: TaskState
  doneAt: string | null
  onTime: boolean | null
  result: 'PASS' | 'FAIL' | null
  cancelledAt: string | null
  cancelReason: string | null
}

export interface WantedChecklist {
  checklistId: string
  code: string
  name: LocalText
  items: number
  checkId: string | null
  checkState: CheckState | null
  inspectorName: string | null
  mine: boolean
}

export interface TaskView {
  task: Task
  checklists: WantedChecklist[]
  checks: CheckRow[]
  mayCheck: boolean
}

export type Result = 'PASS' | 'FAIL' | 'NOT_APPLICABLE'
export type Grade = 'GENERAL' | 'MAJOR'
export type CheckState = 'DRAFT' | 'SUBMITTED' | 'SUPERSEDED' | 'DISCARDED'

export interface Item {
  code: string
  text: LocalText
  how: LocalText
  basis: string | null
  defaultGrade: Grade
  onSiteFixable: boolean
  photoOnFail: boolean
  legalNumber: { op: string; value: number; unit: string } | null
}

export interface Group {
  code: string
  name: LocalText
  items: Item[]
}

export interface Answer {
  itemCode: string
  result: Result
  note: string | null
  grade: Grade | null
  measure: string | null
  photos: string[]
  photosAfter: string[]
}

export interface CheckRow {
  id: string
  corrects: string | null
  correctionReason: string | null
  taskId: string | null
  objectId: string
  objectName: string | null
  area: string
  areaName: string | null
  checklistCode: string
  checklistName: LocalText
  checklistVersion: number
  domain: string
  inspectorName: string | null
  state: CheckState
  outcome: 'CHECKED' | 'NOT_POSSIBLE' | null
  notPossibleReason: string | null
  place: string | null
  remark: string | null
  startedAt: string
  savedAt: string
  submittedAt: string | null
  checkedAt: string | null
  checkedByName: string | null
  items: number | null
  failedItems: number | null
  revision: number
}

export interface CheckView {
  check: CheckRow
  groups: Group[]
  answers: { answer: Answer; hazardId: string | null; hazardNumber: string | null }[]
  files: { attachment: { id: string; fileName: string; picture: boolean }; role: string }[]
  correctedBy: string | null
  noLongerFailed: { itemCode: string; hazardId: string; hazardNumber: string }[]
  mine: boolean
}

export interface ChecklistRow {
  id: string
  versionId: string
  code: string
  version: number
  name: LocalText
  hazardDomain: string
  objectTypes: string[]
  area: string | null
  effectiveFrom: string | null
  draft: boolean
  revision: number
  items: number
}

export interface ChecklistContent {
  name: LocalText
  hazardDomain: string
  objectTypes: string[]
  source: string
  gradeNote: string
  groups: Group[]
}

export interface ChecklistView {
  version: ChecklistRow
  content: ChecklistContent
}

export type PlanState = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ENDED'

export interface PlanRow {
  id: string
  name: string
  area: string
  state: PlanState
  draw: boolean
  startsOn: string
  endsOn: string | null
  openTasks: number
  overdueTasks: number
}

export interface PlanContent {
  name: string
  area: string | null
  checklists: string[]
  objectTypes: string[]
  frequencies: Record<string, string>
  drawSize: number | null
  unitRule: 'COMMUNITY_UNIT' | 'FIXED_UNIT'
  unitId: string | null
  inspectors: string[]
  startsOn: string
  endsOn: string | null
  campaignId: string | null
}

export interface PlanView {
  summary: PlanRow
  plan: PlanContent
  names: { area: string | null; unit: string | null; inspectors: Record<string, string> }
  revision: number
  generations: { startedAt: string; finishedAt: string | null; objects: number; created: number; cancelled: number }[]
  draws: { periodStart: string; seed: string; candidates: number; drawn: number; drawnAt: string }[]
}

export interface PlanPreview {
  objects: number
  tasksPerPeriod: number
  classes: {
    supervisionClass: number
    every: string
    objects: number
    firstPeriodStart: string | null
    firstDueOn: string | null
  }[]
}

export interface Completion {
  key: string | null
  name: string | null
  due: number
  done: number
  onTime: number
  late: number
  overdue: number
}

export interface Workload {
  personId: string
  name: string | null
  openTasks: number
  overdueTasks: number
  checks: number
  failedItems: number
}
