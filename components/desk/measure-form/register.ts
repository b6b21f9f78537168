'use client'
// What the fields of a basis may ask of the register of acts: whose measure it is, the acts it cites as they stand, and the actions of the page.
import { createContext, useContext } from 'react'
import type { Register, RegisterEntry } from '#components/acts/protocol.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'

export type MeasureRegister = Register & {
  economy: string
  /** The acts that the measure cited when the page was made, under the refs by which it cites them. */
  cited: Readonly<Record<string, RegisterEntry>>
}

const Context = createContext<MeasureRegister | null>(null)
export const RegisterProvider = Context.Provider

/** The register; null where the form is shown without one. */
export const useRegister = () => useContext(Context)

const keyOf = ({ kind, date, latest }: Pick<LegalEvent, 'kind' | 'date'> & { latest?: true | undefined }) =>
  `${kind} ${date} ${latest ?? ''}`

/** The events of an act that a basis tells, in the act's order. */
export function toldOf(
  act: readonly LegalEvent[],
  basis: readonly { kind: LegalEvent['kind']; date: string; latest?: true | undefined }[],
) {
  const told = new Set(basis.map(keyOf))
  return act.filter((event) => told.has(keyOf(event)))
}

/** Whether a basis tells something that the act does not say: then the register has changed since it was taken over, or somebody rewrote it. */
export const differs = (
  act: readonly LegalEvent[],
  basis: readonly { kind: LegalEvent['kind']; date: string; latest?: true | undefined }[],
  chosen: boolean,
) => toldOf(act, basis).length !== basis.length || (!chosen && act.length !== basis.length)
