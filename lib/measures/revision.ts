// What a revision is called by people: `2.5` is revision 5 of version 2. It reads no data.

export type RevisionName = { version: number; revision: number }

/** The name of a revision, such as `2.5`. */
export const revisionName = ({ version, revision }: RevisionName): string => `${version}.${revision}`

/** The revision that a name means; null when it is none. */
export function readRevisionName(name: unknown): RevisionName | null {
  const parts = typeof name === 'string' ? name.match(/^([1-9]\d{0,5})\.([1-9]\d{0,5})$/) : null
  return parts ? { version: Number(parts[1]), revision: Number(parts[2]) } : null
}

/** Whether the first of two revisions of one measure was saved before the second. */
export const isEarlier = (a: RevisionName, b: RevisionName): boolean =>
  a.version === b.version ? a.revision < b.revision : a.version < b.version
