'use client'
// One polite live region for what a person who doesn't look at the screen would miss: rows moved, removed, restored.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Announce = createContext<(sentence: string) => void>(() => {})

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 })
  const say = useCallback((sentence: string) => setSaid((before) => ({ sentence, turn: before.turn + 1 })), [])
  return (
    <Announce value={say}>
      {children}
      <div role="status" className="sr-only">
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </Announce>
  )
}

/** Says a sentence to screen readers, also when it is the same as the last one. */
export const useAnnounce = () => useContext(Announce)
