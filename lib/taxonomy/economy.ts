// An economy: a country or customs territory by its ISO 3166-1 alpha-2 code, or EU. Pure; an unknown name is nothing, never the nearest one.
import { findNamed, type Named } from './name.ts'

/** `name` is the English short name that is printed; `aliases` are other names that pages print. */
export type Economy = Named & { code: string }

/** The economy of that name or alias, letter case, blanks, dashes and quotation marks aside; null when nothing has it. */
export const resolveEconomy = (economies: readonly Economy[], name: string): Economy | null => findNamed(economies, name)
