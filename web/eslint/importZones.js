/**
 * The URL is the folder, and a page knows only its own folder, the files of the folders above it, and shared/.
 * The zones are read off the path of each file, so a new module needs no entry here.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const WEB = path.resolve(fileURLToPath(import.meta.url), '../..')

/** @param {string} file @returns {string[]} the path below web/, in segments */
const segments = (file) => path.relative(WEB, file).split(path.sep)

/** @param {string} from @param {string} specifier @returns {string | null} */
function locate(from, specifier) {
  if (specifier.startsWith('@shared/')) return path.join(WEB, 'shared', specifier.slice('@shared/'.length))
  if (specifier.startsWith('.')) return path.resolve(path.dirname(from), specifier)
  return null
}

/**
 * @param {string} from the importing file
 * @param {string} specifier what it imports
 * @returns {string | null} why the import is refused, or null when it is fine
 */
export function refusal(from, specifier) {
  const target = locate(from, specifier)
  if (target === null) return null
  const source = segments(from)
  const wanted = segments(target)
  const [app] = source
  if (source.length === 1) return null
  if (wanted[0] === '..') return 'an import must stay inside web/'
  if (wanted[0] === 'shared') return app === 'e2e' ? 'e2e/ knows the product only through the browser' : null
  if (app === 'shared') return 'shared/ knows no application'
  if (wanted[0] !== app) return `${app}/ and ${wanted[0]}/ do not know each other`
  const isPage = source[1] === 'pages'
  if (!isPage) return null
  const home = source.slice(0, -1)
  // The words of a module lie beside its pages and belong to all of them.
  const place = wanted.slice(0, -1)
  const dir = place.at(-1) === 'locales' ? place.slice(0, -1) : place
  const below = home.every((part, i) => dir[i] === part)
  const above = dir.every((part, i) => home[i] === part)
  if (below || above) return null
  return 'a page imports from its own folder, the folders above it, and shared/ only'
}

/** @type {import('eslint').Rule.RuleModule} */
export const importZones = {
  meta: { type: 'problem', messages: { refused: "'{{specifier}}': {{why}}." }, schema: [] },
  create(context) {
    /** @param {any} node @param {any} source */
    function check(node, source) {
      if (typeof source?.value !== 'string') return
      const why = refusal(context.filename, source.value)
      if (why !== null) context.report({ node, messageId: 'refused', data: { specifier: source.value, why } })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
    }
  },
}
