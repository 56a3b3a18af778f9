import { json, type KeysetPage } from '../api/client'

/** Something that can be picked: a unit, a person. */
export interface Pickable {
  id: string
  name: string
  /** Tells two of the same name apart, e.g. the unit of a person. */
  note?: string | null
}

/** An area of the tree. */
export interface PickableArea {
  /** 19 digits, as a string. */
  key: string
  name: string
  /** True when nothing lies below it. */
  leaf?: boolean
  /** Names of the areas above, e.g. 街道 / 社区. */
  path?: string | null
}

const FOUND = 20
const CHILDREN = 500

export async function findPickables(path: string, q: string): Promise<Pickable[]> {
  return (await json<KeysetPage<Pickable>>(path, { query: { q, limit: FOUND } })).items
}

export async function findAreas(q: string): Promise<PickableArea[]> {
  return (await json<KeysetPage<PickableArea>>('/api/areas', { query: { q, limit: FOUND } })).items
}

/** All areas directly below one, over as many steps as it takes. */
export async function areasBelow(parent: string): Promise<PickableArea[]> {
  const areas: PickableArea[] = []
  let after: string | null = null
  do {
    const page: KeysetPage<PickableArea> = await json('/api/areas', { query: { parent, limit: CHILDREN, after } })
    areas.push(...page.items)
    after = page.next
  } while (after !== null)
  return areas
}

/** Where the tree of the person signed in begins. */
export async function areaRoots(): Promise<PickableArea[]> {
  return (await json<KeysetPage<PickableArea>>('/api/areas')).items
}

/** One area by its key, to show the name of an area that came from the address. */
export async function areaByKey(key: string): Promise<PickableArea> {
  return json<PickableArea>(`/api/areas/${key}`)
}
