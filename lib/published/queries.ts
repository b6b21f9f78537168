// Reads of what the world may see, through the public role, which can read nothing else.
import type { MeasureFilter } from './filters.ts'
import type { EconomyList, MeasureList, PillarList, PublishedMeasure, VersionList } from './schema.ts'

export declare function findMeasures(filter: MeasureFilter): Promise<MeasureList>
/** A measure as its current (or, withdrawn, its last) version says; null when there is none. */
export declare function getMeasure(ref: string): Promise<PublishedMeasure | null>
export declare function getVersion(ref: string, number: number): Promise<PublishedMeasure | null>
/** Newest first. */
export declare function listVersions(ref: string): Promise<VersionList | null>
export declare function listEconomies(): Promise<EconomyList>
export declare function listPillars(): Promise<PillarList>
