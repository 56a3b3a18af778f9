/** The text of a document, cut so that every passage can be shown in its place. */
export interface Paragraph {
  line: number
  text: string
  page: number | null
  headingLevel: number | null
}

/** A passage that is marked in the text. */
export interface Mark {
  id: string
  line: number
  start: number
  end: number
  /** Colour of the mark, a class of DocumentText. */
  look: string
  /** Depth when the mark begins an item of the outline. */
  level?: number
}

/** A stretch of a paragraph with the narrowest mark over it. */
export interface Segment {
  start: number
  text: string
  mark: Mark | null
}

export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) {
    cuts.add(Math.min(start, text.length))
    cuts.add(Math.min(end, text.length))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  const narrowest = (start: number, end: number): Mark | null =>
    marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .reduce<Mark | null>((best, mark) => (best && best.end - best.start <= mark.end - mark.start ? best : mark), null)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? text.length
    return { start, text: text.slice(start, end), mark: narrowest(start, end) }
  })
}

export function marksByLine(marks: readonly Mark[]): Map<number, Mark[]> {
  const lines = new Map<number, Mark[]>()
  for (const mark of marks) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark])
  return lines
}

/** How deep each paragraph stands: an item by its level, what follows it one step further. */
export function depths(paragraphs: readonly Paragraph[], marks: ReadonlyMap<number, Mark[]>): number[] {
  let depth = 0
  return paragraphs.map(({ line }) => {
    const level = marks.get(line)?.find((mark) => mark.level !== undefined && mark.start === 0)?.level
    if (level === undefined) return depth
    depth = level
    return level - 1
  })
}

/** The passage a person has selected, when it lies within one paragraph; offsets count characters of its text. */
export function selectedPassage(selection: Selection | null): { line: number; start: number; end: number; text: string } | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = place(range.startContainer, range.startOffset)
  const to = place(range.endContainer, range.endOffset)
  if (from === null || to === null || from.line !== to.line || to.offset <= from.offset) return null
  return { line: from.line, start: from.offset, end: to.offset, text: range.toString() }
}

function place(node: Node, offset: number): { line: number; offset: number } | null {
  const element = node instanceof Element ? node : node.parentElement
  const segment = element?.closest<HTMLElement>('[data-start]')
  const paragraph = segment?.closest<HTMLElement>('[data-line]')
  if (!segment || !paragraph || node instanceof Element) return null
  return { line: Number(paragraph.dataset['line']), offset: Number(segment.dataset['start']) + offset }
}
