'use client'
// What stands between the draft and its review: fields that cannot be saved as they are, then what is missing. Found once, for all who show it.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useFormContext } from 'react-hook-form'
import { content as contentSchema } from '#lib/measures/content.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import type { Issue } from '#lib/system/errors.ts'
import { type Draft, nameOfField } from './fields.ts'
import { useParsedDraft } from './use-draft.tsx'

type Known = { issues: Issue[]; issuesNow: () => Issue[] }
const Context = createContext<Known>({ issues: [], issuesNow: () => [] })

/** What was missing when the typing last paused: for showing. */
export const useIssues = () => useContext(Context).issues

/** Tells what is missing at this instant: for deciding, so that a click right after a key is not answered by what was true before it. */
export const useIssuesNow = () => useContext(Context).issuesNow

function issuesOf(parsed: ReturnType<typeof contentSchema.safeParse>, versionNumber: number): Issue[] {
  if (parsed.success) return requirementsForReview(parsed.data, { versionNumber })
  return parsed.error.issues.map((issue) => {
    const path = issue.path.join('.')
    return { path, message: `${nameOfField(path)}: ${issue.message}.` }
  })
}

export function IssuesProvider({ versionNumber, children }: { versionNumber: number; children: ReactNode }) {
  const { getValues } = useFormContext<Draft>()
  const parsed = useParsedDraft()
  const known = useMemo(
    () => ({
      issues: issuesOf(parsed, versionNumber),
      issuesNow: () => issuesOf(contentSchema.safeParse(getValues()), versionNumber),
    }),
    [parsed, versionNumber, getValues],
  )
  return <Context value={known}>{children}</Context>
}
