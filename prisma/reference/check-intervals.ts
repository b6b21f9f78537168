// After how many months the published texts of a sub-pillar are due for checking against their sources, until an administrator says otherwise: reported practices change faster than acts.

const usualInterval = 12

/** By the code of the sub-pillar; all others have the usual interval. */
const checkIntervals: Record<string, number> = {
  '9.1': 6,
  '9.2': 6,
}

/** The months of a sub-pillar as the reference data has them. */
export const intervalOf = (subPillar: string): number => checkIntervals[subPillar] ?? usualInterval
