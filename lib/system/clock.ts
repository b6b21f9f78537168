// The clock as an argument: commands take one, so that tests and the seed tell the time. Nothing else reads the system's.

/** Gives the present moment. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** The ISO day (UTC) of a clock's present moment. */
export const dayOf = (clock: Clock): string => clock().toISOString().slice(0, 10)
