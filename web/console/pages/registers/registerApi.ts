import { json, type KeysetPage, type Query } from '@shared/api/client'
import type {
  ChangeEntry,
  Evaluation,
  FieldValueMap,
  ObjectContent,
  ObjectDetail,
  ObjectRow,
  RegisterType,
  RegisterTypeRow,
  RevealedObject,
  TypeDefinition,
} from './payloads'

const TYPES = '/api/register-types'
const OBJECTS = '/api/register-objects'

export const listTypes = () => json<RegisterTypeRow[]>(TYPES)
export const getType = (code: string) => json<RegisterType>(`${TYPES}/${code}`)

export function evaluate(code: string, fields: FieldValueMap): Promise<Evaluation> {
  return json(`${TYPES}/${code}/evaluation`, { method: 'POST', body: { fields } })
}

export function addType(code: string, definition: TypeDefinition): Promise<RegisterType> {
  return json(TYPES, { method: 'POST', body: { code, definition } })
}

export function reviseType(code: string, version: number, definition: TypeDefinition): Promise<RegisterType> {
  return json(`${TYPES}/${code}`, { method: 'PUT', body: { version, definition } })
}

export function setTypeRetired(code: string, retired: boolean): Promise<RegisterType> {
  return json(`${TYPES}/${code}/retirement`, { method: retired ? 'POST' : 'DELETE' })
}

export function listObjects(query: Query, signal: AbortSignal): Promise<KeysetPage<ObjectRow>> {
  return json(OBJECTS, { query, signal })
}

export const getObject = (id: string) => json<ObjectDetail>(`${OBJECTS}/${id}`)
export const listChanges = (id: string) => json<ChangeEntry[]>(`${OBJECTS}/${id}/changes`)

/** The object and its history with the data about persons; that they were seen is recorded. */
export const revealObject = (id: string) => json<RevealedObject>(`${OBJECTS}/${id}/reveal`, { method: 'POST', body: {} })

export interface NewObject extends ObjectContent {
  id: string
  type: string
  supervisionClass: number | null
  confirmDuplicate: boolean
}

export const createObject = (body: NewObject) => json<ObjectDetail>(OBJECTS, { method: 'POST', body })

export function changeObject(id: string, version: number, content: ObjectContent): Promise<ObjectDetail> {
  return json(`${OBJECTS}/${id}`, { method: 'PUT', body: { ...content, version } })
}

/** Retires an object or brings it back, with the reason. */
export function setRetired(object: ObjectDetail, reason: string): Promise<ObjectDetail> {
  const act = object.retiredAt === null ? 'retirement' : 'restoration'
  return json(`${OBJECTS}/${object.id}/${act}`, { method: 'POST', body: { version: object.version, reason } })
}

export function setClass(object: ObjectDetail, supervisionClass: number | null, reason: string): Promise<ObjectDetail> {
  return json(`${OBJECTS}/${object.id}/supervision-class`, {
    method: 'POST',
    body: { version: object.version, supervisionClass, reason },
  })
}
