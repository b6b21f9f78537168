// The look of lists that open below a field.
export const popupClass =
  'z-30 max-h-[min(24rem,var(--available-height))] w-(--anchor-width) min-w-64 max-w-(--available-width) overflow-y-auto overscroll-contain rounded-sm border border-rule-strong bg-surface py-1 shadow-lg'
export const itemClass =
  'flex min-h-9 cursor-pointer items-baseline gap-3 px-3 py-1.5 data-highlighted:bg-sunken data-selected:font-semibold'
export const emptyClass = 'px-3 py-2 text-sm text-muted empty:p-0'
