import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import { importZones } from './eslint/importZones.js'

export default ts.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'shared/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.recommended,
  ts.configs.stylistic,
  vue.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser }, parserOptions: { parser: ts.parser, extraFileExtensions: ['.vue'] } },
    plugins: { anshe: { rules: { 'import-zones': importZones } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'anshe/import-zones': 'error',
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      // Missing where the office is served without TLS.
      'no-restricted-properties': ['error', { object: 'crypto', property: 'randomUUID', message: 'Use newId of @shared/ids.' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['**/*.vue'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['eslint/**', '*.config.*', 'e2e/**', '**/*.test.ts'], languageOptions: { globals: globals.node } },
)
