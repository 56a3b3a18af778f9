/**
 * Colours of state. The four risk colours are `red`, `orange`, `yellow`, `blue`, from major to low; deadlines are
 * `green` in time, `yellow` near, `red` breached; everything else that has no grade is `grey`.
 */
export const TONES = ['red', 'orange', 'yellow', 'blue', 'green', 'grey'] as const
export type Tone = (typeof TONES)[number]
