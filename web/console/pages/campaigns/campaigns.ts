/** Campaigns and their tasks as the server answers them. */
import { json, type KeysetPage, type Query } from '@shared/api/client'
import type { Tone } from '@shared/components/tone'
import type { Paragraph } from './documentText'

export type CampaignState = 'DRAFT' | 'RUNNING' | 'CLOSED'
export type TaskState = 'OPEN' | 'DONE' | 'WITHDRAWN'

export interface Passage {
  line: number
  start: number
  end: number
}

export interface CampaignRow {
  id: string
  title: string
  area: string
  areaName: string | null
  leadUnitId: string | null
  leadUnitName: string | null
  startsOn: string | null
  endsOn: string | null
  state: CampaignState
  createdAt: string
  tasks: number
  done: number
  slipping: number
  percent: number | null
  nextDueOn: string | null
}

export interface Stage {
  id: string
  name: string
  startsOn: string | null
  startsPrecision: 'DAY' | 'MONTH' | null
  endsOn: string | null
  endsPrecision: 'DAY' | 'MONTH' | null
  source: Passage | null
  version: number
}

export interface Topic {
  id: string
  parentId: string | null
  level: number
  label: string
  title: string
  source: Passage | null
}

export interface Participant {
  role: 'LEAD' | 'COOPERATE'
  name: string
  unitId: string | null
}

export interface Task {
  id: string
  campaignId: string
  topicId: string | null
  title: string
  recipient: string | null
  dueOn: string | null
  duePrecision: 'DAY' | 'MONTH' | null
  state: TaskState
  percent: number
  doneAt: string | null
  withdrawReason: string | null
  slipping: boolean
  mayWork: boolean
  units: Participant[]
  source: Passage | null
  version: number
}

export interface Duty {
  id: string
  topicId: string | null
  title: string
  every: string
  times: number
  at: string | null
  unitId: string | null
  unitName: string | null
  startsOn: string
  endsOn: string | null
  source: Passage | null
}

export interface Target {
  id: string
  topicId: string | null
  metric: string
  op: '>=' | '<=' | '='
  value: number
  unit: string
  byOn: string | null
  source: Passage | null
}

export interface Month {
  month: string
  due: number
  done: number
  doneLate: number
  slipping: number
}

export interface Campaign {
  campaign: CampaignRow
  summary: string | null
  documentId: string | null
  createdByName: string
  closedAt: string | null
  closeReason: string | null
  mayManage: boolean
  version: number
  /** The office's today, by which slipping is judged. */
  today: string
  stages: Stage[]
  topics: Topic[]
  tasks: Task[]
  duties: Duty[]
  targets: Target[]
  months: Month[]
}

export interface Note {
  id: string
  kind: 'PROGRESS' | 'DONE' | 'REOPENED'
  percent: number
  words: string
  at: string
  byName: string
  files: { id: string; fileName: string; picture: boolean }[]
}

export interface TaskPage {
  task: Task
  campaignTitle: string
  campaignState: CampaignState
  documentId: string | null
  mayManage: boolean
  passage: string | null
  notes: Note[]
}

export interface OpenTask {
  task: Task
  campaignTitle: string
}

export interface Occurrence {
  id: string
  dutyId: string
  periodStart: string
  periodEnd: string
  times: number
  doneCount: number
  dueAt: string
  doneAt: string | null
  state: 'OPEN' | 'OVERDUE' | 'DONE' | 'DONE_LATE'
}

export const CAMPAIGN_TONES: Record<CampaignState, Tone> = { DRAFT: 'grey', RUNNING: 'blue', CLOSED: 'green' }

/** Colour of a task: red when its day has passed, green when done. */
export function taskTone(task: Task): Tone {
  if (task.state === 'DONE') return 'green'
  return task.slipping ? 'red' : task.state === 'WITHDRAWN' ? 'grey' : 'blue'
}

/** Key of the word for a task's state under `campaigns.taskStates`. */
export function taskWord(task: Task): 'SLIPPING' | TaskState {
  return task.slipping ? 'SLIPPING' : task.state
}

const campaigns = '/api/campaigns'

export const listCampaigns = (query: Query, signal: AbortSignal) =>
  json<KeysetPage<CampaignRow>>(campaigns, { query, signal })

export const listOpenTasks = (query: Query, signal?: AbortSignal) =>
  json<KeysetPage<OpenTask>>('/api/campaign-tasks', { query, signal })

export const getCampaign = (id: string, signal: AbortSignal) => json<Campaign>(`${campaigns}/${id}`, { signal })

export const getCampaignDocument = (id: string, signal: AbortSignal) =>
  json<{ documentId: string; title: string; fileName: string; paragraphs: Paragraph[] }>(`${campaigns}/${id}/document`, { signal })

export const getTask = (campaign: string, id: string, signal: AbortSignal) =>
  json<TaskPage>(`${campaigns}/${campaign}/tasks/${id}`, { signal })

export const listOccurrences = (campaign: string, after: string | null, signal: AbortSignal) =>
  json<KeysetPage<Occurrence>>('/api/duty-occurrences', {
    query: { subject: 'campaign', subjectId: campaign, limit: 500, after },
    signal,
  })

/** Sends a change of a campaign or of what belongs to it. */
export const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, query?: Query) =>
  json<void>(`${campaigns}${path}`, { method, body, query })
