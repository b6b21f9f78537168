'use client'
// What stands between the draft and its review: fields that cannot be saved as they are, then what is missing.
import { useMemo } from 'react'
import { content as contentSchema } from '#lib/measures/content.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import type { Issue } from '#lib/system/errors.ts'
import { nameOfField } from './fields.ts'
import { useDraft } from './use-draft.ts'

export function useIssues(versionNumber: number): Issue[] {
  const draft = useDraft()
  return useMemo(() => {
    const parsed = contentSchema.safeParse(draft)
    if (parsed.success) return requirementsForReview(parsed.data, { versionNumber })
    return parsed.error.issues.map((issue) => {
      const path = issue.path.join('.')
      return { path, message: `${nameOfField(path)}: ${issue.message}.` }
    })
  }, [draft, versionNumber])
}
