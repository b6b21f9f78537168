// A region: economies that lie together, by the M49 standard of the United Nations. Pure.

/** `code` has three digits, such as `143`; `part` is the code of the part of the world it belongs to, null for such a part itself. */
export type Region = { code: string; name: string; part: string | null; economies: readonly string[] }

/** The economies of all regions of these codes, each once; an unknown code has none. */
export const economiesOf = (regions: readonly Region[], codes: readonly string[]): string[] => [
  ...new Set(regions.filter(({ code }) => codes.includes(code)).flatMap(({ economies }) => economies)),
]
