// How a list of measures is shown: as cards, as a dense table, or on one axis of time. It is no part of what is asked.

export const listViews = ['cards', 'table', 'time'] as const
export type ListView = (typeof listViews)[number]

/** The view of a URL's `view` parameter; cards for anything unknown. */
export const viewOf = (given: string | string[] | undefined): ListView => listViews.find((view) => view === [given].flat()[0]) ?? 'cards'
