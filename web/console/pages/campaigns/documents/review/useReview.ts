import { ApiProblem } from '@shared/api/problem'
import { problemLine } from '@shared/i18n/problemText'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import 'element-plus/es/components/message/style/css'
import { computed, ref, shallowRef, watch } from 'vue'
import { newId } from '@shared/ids'
import { change, getPlan, getUnits, KINDS, type Decision, type Finding, type FindingData, type Kind, type Plan } from '../../plans'

interface Changed {
  documentVersion: number
}

/** A document under review: its findings, which one is chosen, and every change a reviewer makes. */
export function useReview(id: string) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['campaigns', 'plan', id],
    queryFn: ({ signal }) => getPlan(id, signal),
    staleTime: Infinity,
    gcTime: 0,
  })
  const plan = shallowRef<Plan | null>(null)
  const chosen = ref<string | null>(null)
  const failure = shallowRef<unknown>(null)

  watch(query.data, (data) => (plan.value = data ?? null), { immediate: true })

  const findings = computed(() => plan.value?.findings ?? [])
  const chosenFinding = computed(() => findings.value.find((one) => one.id === chosen.value) ?? null)
  const open = computed(() => plan.value?.document.state === 'READ')

  /** Findings in the order the list shows them: by kind, then as they stand in the text. */
  const listed = computed(() => KINDS.flatMap((kind) => findings.value.filter((one) => one.kind === kind)))

  function put(finding: Finding, documentVersion: number): void {
    const now = plan.value
    if (!now) return
    const known = now.findings.some((one) => one.id === finding.id)
    const next = known ? now.findings.map((one) => (one.id === finding.id ? finding : one)) : [...now.findings, finding]
    next.sort((a, b) => a.line - b.line || a.start - b.start)
    plan.value = { ...now, findings: next, version: documentVersion }
  }

  async function reload(): Promise<void> {
    await client.invalidateQueries({ queryKey: ['campaigns', 'plan', id] })
    await query.refetch()
  }

  /** Tells what was refused; when somebody else was quicker, shows what holds now. */
  async function refused(problem: unknown): Promise<void> {
    ElMessage.error(problemLine(problem))
    if (problem instanceof ApiProblem && problem.status === 409) await reload()
  }

  async function refreshUnits(): Promise<void> {
    const units = await getUnits(id)
    if (plan.value) plan.value = { ...plan.value, units }
  }

  async function review(finding: Finding, decision: Decision | null, data: FindingData | null): Promise<void> {
    const body = { version: finding.version, decision: decision ?? undefined, data: data ?? undefined }
    const { documentVersion } = await change<Changed>('PATCH', `/${id}/findings/${finding.id}`, body)
    const next = { ...finding, decision: decision ?? finding.decision, data: data ?? finding.data, version: finding.version + 1 }
    put(next, documentVersion)
    if (finding.kind === 'RESPONSIBILITY') await refreshUnits()
  }

  async function decide(finding: Finding, decision: Decision): Promise<void> {
    const wanted = finding.decision === decision ? 'PENDING' : decision
    try {
      await review(finding, wanted, null)
    } catch (problem) {
      await refused(problem)
    }
  }

  async function decideAll(kind: Kind | null, decision: Decision): Promise<number> {
    try {
      const { incomplete } = await change<{ count: number; incomplete: number }>('POST', `/${id}/decisions`, { kind, decision })
      await reload()
      return incomplete
    } catch (problem) {
      await refused(problem)
      return 0
    }
  }

  async function add(kind: Kind, passage: { line: number; start: number; end: number }, data: FindingData): Promise<void> {
    const finding: Finding = { id: newId(), kind, ...passage, read: null, data, decision: 'ACCEPTED', version: 0 }
    const { documentVersion } = await change<Changed>('POST', `/${id}/findings`, { id: finding.id, kind, ...passage, data })
    put(finding, documentVersion)
    chosen.value = finding.id
    if (kind === 'RESPONSIBILITY') await refreshUnits()
  }

  async function setYear(year: number): Promise<void> {
    if (!plan.value) return
    try {
      const { documentVersion } = await change<Changed>('PUT', `/${id}/base-year`, { version: plan.value.version, year })
      plan.value = { ...plan.value, baseYear: year, version: documentVersion }
    } catch (problem) {
      await refused(problem)
    }
  }

  async function mapUnit(name: string, meaning: { unitId?: string | null; newKind?: string }): Promise<void> {
    const { documentVersion } = await change<Changed>('PUT', `/${id}/units`, { name, ...meaning })
    if (plan.value) plan.value = { ...plan.value, version: documentVersion }
    await refreshUnits()
  }

  function choose(finding: string): void {
    chosen.value = finding
  }

  /** The next or previous finding of the list. */
  function step(by: 1 | -1): void {
    const at = listed.value.findIndex((one) => one.id === chosen.value)
    const next = listed.value[Math.min(listed.value.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
    if (next) chosen.value = next.id
  }

  async function readAgain(): Promise<void> {
    try {
      await change('POST', `/${id}/readings`, {})
      await reload()
    } catch (problem) {
      await refused(problem)
    }
  }

  return {
    query, plan, findings, listed, open, chosen, chosenFinding, failure,
    choose, review, decide, decideAll, add, setYear, mapUnit, step, readAgain, reload,
  }
}

export type Review = ReturnType<typeof useReview>
