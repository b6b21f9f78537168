// What a key means at the desk, given the one before it and what the page offers. It touches no page.

type Rooms = Record<string, { name: string; to: string }>
const rooms: Rooms = {
  w: { name: 'My work', to: '/desk' },
  o: { name: 'Overview', to: '/desk/overview' },
  m: { name: 'Measures', to: '/desk/measures' },
  r: { name: 'Review', to: '/desk/review' },
  s: { name: 'Schedule', to: '/desk/schedule' },
  a: { name: 'Acts', to: '/desk/acts' },
  v: { name: 'Verification', to: '/desk/verifications' },
  c: { name: 'Law changes', to: '/desk/law-changes' },
  i: { name: 'Import', to: '/desk/imports' },
  l: { name: 'Log', to: '/desk/log' },
  n: { name: 'Notifications', to: '/desk/notifications' },
}

/** The rooms that `g` and another key lead to; that of people only for who manages them. */
export const roomsFor = ({ people }: { people: boolean }): Rooms =>
  people ? { ...rooms, p: { name: 'People', to: '/desk/people' } } : rooms

/** A key and when it was pressed, in milliseconds. */
export type Pressed = { key: string; at: number }
export type Deed = { is: 'help' } | { is: 'go'; to: string } | { is: 'move'; by: 1 | -1 } | { is: 'choose' } | { is: 'use'; key: string }

/** What pressing `now` does; null when nothing. Switched off, only `?` does anything. */
export function deedOf(
  now: Pressed,
  before: Pressed | null,
  offers: readonly { key: string }[],
  { off, patience, rooms }: { off: boolean; patience: number; rooms: Rooms },
): Deed | null {
  if (now.key === '?') return { is: 'help' }
  if (off) return null
  if (before?.key === 'g' && now.at - before.at <= patience) {
    const room = Object.hasOwn(rooms, now.key) ? rooms[now.key] : undefined
    if (room) return { is: 'go', to: room.to }
  }
  if (offers.some(({ key }) => key === now.key)) return { is: 'use', key: now.key }
  if (now.key === 'j') return { is: 'move', by: 1 }
  if (now.key === 'k') return { is: 'move', by: -1 }
  if (now.key === 'x') return { is: 'choose' }
  return null
}
