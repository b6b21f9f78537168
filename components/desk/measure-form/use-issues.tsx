'use client'
// What stands between the draft and its review: fields that cannot be saved as they are, then what is missing. Found once, for all who show it.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import type { Issue } from '#lib/system/errors.ts'
import { nameOfField } from './fields.ts'
import { useParsedDraft } from './use-draft.tsx'

const Context = createContext<Issue[]>([])
export const useIssues = () => useContext(Context)

export function IssuesProvider({ versionNumber, children }: { versionNumber: number; children: ReactNode }) {
  const parsed = useParsedDraft()
  const issues = useMemo(() => {
    if (parsed.success) return requirementsForReview(parsed.data, { versionNumber })
    return parsed.error.issues.map((issue) => {
      const path = issue.path.join('.')
      return { path, message: `${nameOfField(path)}: ${issue.message}.` }
    })
  }, [parsed, versionNumber])
  return <Context value={issues}>{children}</Context>
}
