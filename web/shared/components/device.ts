const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Edg\w*\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** Browser and system out of a user agent, e.g. `Chrome 140, Windows`; the beginning of it when neither is known. */
export function deviceOf(userAgent: string | null | undefined): string | null {
  if (!userAgent) return null
  const browser = BROWSERS.map(([pattern, name]) => {
    const version = pattern.exec(userAgent)?.[1]
    return version === undefined ? undefined : `${name} ${version}`
  }).find((found) => found !== undefined)
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [browser, system].filter((part) => part !== undefined)
  return known.length > 0 ? known.join(', ') : userAgent.slice(0, 40)
}
