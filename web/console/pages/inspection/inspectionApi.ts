import { json, type KeysetPage, type Query } from '@shared/api/client'
import type {
  Answer,
  CheckRow,
  ChecklistContent,
  ChecklistRow,
  ChecklistView,
  CheckView,
  Completion,
  LocalText,
  PlanContent,
  PlanPreview,
  PlanRow,
  PlanView,
  Task,
  TaskView,
  Workload,
} from './types'

interface Step {
  query: Query
  signal?: AbortSignal
}

const post = <T>(path: string, body: unknown = {}) => json<T>(path, { method: 'POST', body })
const put = <T>(path: string, body: unknown) => json<T>(path, { method: 'PUT', body })

export const tasksApi = {
  list: (step: Step) => json<KeysetPage<Task>>('/api/inspection-tasks', step),
  one: (id: string) => json<TaskView>(`/api/inspection-tasks/${id}`),
  mine: () => json<{ due: number; overdue: number }>('/api/inspection-tasks/mine'),
  completion: (query: Query) => json<Completion[]>('/api/inspection-tasks/completion', { query }),
  workload: (query: Query) => json<Workload[]>('/api/inspection-tasks/workload', { query }),
}

export interface DraftBody {
  revision: number
  answers: Answer[]
  place: string | null
  remark: string | null
}

export const checksApi = {
  list: (step: Step) => json<KeysetPage<CheckRow>>('/api/inspection-checks', step),
  one: (id: string) => json<CheckView>(`/api/inspection-checks/${id}`),
  start: (body: { id: string; taskId?: string; objectId?: string; checklistId: string }) =>
    post<CheckView>('/api/inspection-checks', body),
  save: (id: string, body: DraftBody) => put<{ revision: number }>(`/api/inspection-checks/${id}`, body),
  submit: (id: string) => post<CheckView>(`/api/inspection-checks/${id}/submit`),
  notPossible: (id: string, reason: string, photos: string[]) =>
    post<CheckView>(`/api/inspection-checks/${id}/not-possible`, { reason, photos }),
  correct: (id: string, body: { id: string; reason: string }) =>
    post<CheckView>(`/api/inspection-checks/${id}/corrections`, body),
  discard: (id: string) => post<undefined>(`/api/inspection-checks/${id}/discard`),
}

export const plansApi = {
  list: (step: Step) => json<KeysetPage<PlanRow>>('/api/inspection-plans', step),
  one: (id: string) => json<PlanView>(`/api/inspection-plans/${id}`),
  defaults: () => json<{ frequencies: Record<string, string> }>('/api/inspection-plans/defaults'),
  create: (body: { id: string; plan: PlanContent }) => post<PlanView>('/api/inspection-plans', body),
  change: (id: string, body: { revision: number; plan: PlanContent }) => put<PlanView>(`/api/inspection-plans/${id}`, body),
  preview: (plan: PlanContent) => post<PlanPreview>('/api/inspection-plans/preview', plan),
  act: (id: string, action: 'activate' | 'pause' | 'generate') => post<PlanView>(`/api/inspection-plans/${id}/${action}`),
  end: (id: string, reason: string) => post<PlanView>(`/api/inspection-plans/${id}/end`, { reason }),
}

export const checklistsApi = {
  list: () => json<ChecklistRow[]>('/api/checklists'),
  one: (id: string, version?: number) => json<ChecklistView>(`/api/checklists/${id}`, { query: { version } }),
  copy: (id: string, body: { id: string; area: string; name: LocalText }) =>
    post<ChecklistView>(`/api/checklists/${id}/copies`, body),
  draft: (id: string) => post<ChecklistView>(`/api/checklists/${id}/draft`),
  save: (id: string, body: { revision: number; content: ChecklistContent }) =>
    put<ChecklistView>(`/api/checklists/${id}/draft`, body),
  publish: (id: string, effectiveFrom: string | null) =>
    post<ChecklistView>(`/api/checklists/${id}/publish`, { effectiveFrom }),
}
