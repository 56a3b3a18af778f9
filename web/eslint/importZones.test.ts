import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusal } from './importZones.js'

const at = (file: string) => path.resolve(import.meta.dirname, '..', file)
const PAGE = at('console/pages/hazards/detail/HazardPage.vue')

describe('a page', () => {
  it.each(['./StepList.vue', './parts/Step.vue', '../gradeTones', '../../words', '@shared/api/client', 'vue'])('may import %s', (specifier) => {
    expect(refusal(PAGE, specifier)).toBeNull()
  })

  it.each(['../list/rows', '../../inspections/types', '../../../app/router', '../../../../shared/../e2e/x'])('may not import %s', (specifier) => {
    expect(refusal(PAGE, specifier)).not.toBeNull()
  })
})

describe('the others', () => {
  it('keep to themselves', () => {
    expect(refusal(at('shared/components/X.vue'), '../../console/app/router')).toMatch(/knows no application/)
    expect(refusal(at('e2e/shell/a.spec.ts'), '../../shared/api/client')).toMatch(/only through the browser/)
    expect(refusal(at('shared/api/client.ts'), '../../../server/x')).toMatch(/inside web/)
  })

  it('let the application collect its modules, and a module its pages', () => {
    expect(refusal(at('console/app/modules.ts'), '../pages/hazards/routes')).toBeNull()
    expect(refusal(at('console/pages/hazards/routes.ts'), './detail/HazardPage.vue')).toBeNull()
    expect(refusal(at('console/pages/hazards/routes.ts'), '../login/routes')).not.toBeNull()
  })
})
