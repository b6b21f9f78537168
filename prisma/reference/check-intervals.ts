// After how many months the published texts of a sub-pillar are due for checking against their sources: reported practices change faster than acts.

export const usualInterval = 12

/** By the code of the sub-pillar; all others have the usual interval. */
export const checkIntervals: Record<string, number> = {
  '9.1': 6,
  '9.2': 6,
}
