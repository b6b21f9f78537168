// After how many months the published texts of a sub-pillar are due for checking. It reads no data and no clock.

/** The months that an interval may have. */
export const [fewestMonths, mostMonths] = [1, 120] as const

/** `set`: an administrator set it; `usual` is what the reference data has. */
export type CheckInterval = { subPillar: string; name: string; pillar: number; months: number; usual: number; set: boolean }

/** Whether it is an interval at all. */
export const isInterval = (months: number): boolean => Number.isInteger(months) && months >= fewestMonths && months <= mostMonths
