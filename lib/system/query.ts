// What stands in an address after its question mark, as the framework hands it over. It reads no data.
export type Query = Record<string, string | string[] | undefined>

/** Whether a form without a script sent it: such a form names what was left open as well, with nothing behind the name. */
export const namesNothing = (query: Query): boolean => Object.values(query).flat().includes('')
