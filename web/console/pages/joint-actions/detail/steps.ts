import type { StepField } from '@shared/enforcement/stepFields'
import type { ActionView } from '../jointActions'

type Translate = (key: string) => string

export type Asked = 'cancel' | 'ask-feedback' | 'conclude' | 'decline' | 'feed-back' | 'link-hazard'

/** What a step asks for. */
export function fieldsOf(step: Asked, view: ActionView, t: Translate): StepField[] {
  const reason: StepField = { name: 'reason', kind: 'lines', label: t('joint-actions.field.reason'), required: true }
  switch (step) {
    case 'cancel':
    case 'decline':
      return [reason]
    case 'ask-feedback':
      return [{ name: 'by', kind: 'date', label: t('joint-actions.field.feedbackBy') }]
    case 'feed-back':
      return [{ name: 'feedback', kind: 'lines', label: t('joint-actions.field.feedback'), required: true, max: 4000 }]
    case 'link-hazard':
      return [{ name: 'hazardId', kind: 'hazard', label: t('joint-actions.field.hazard'), required: true }]
    case 'conclude': {
      const conclusion: StepField = { name: 'conclusion', kind: 'lines', label: t('joint-actions.field.conclusion'), required: true, max: 4000 }
      const missing: StepField = { name: 'missingReason', kind: 'lines', label: t('joint-actions.field.missingReason'), required: true }
      return view.row.owing > 0 ? [conclusion, missing] : [conclusion]
    }
  }
}
