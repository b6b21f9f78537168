'use client'
// What is missing before review, said before the click; each line leads to its field.
import { CheckIcon } from '#components/ui/icons.tsx'
import type { Issue } from '#lib/system/errors.ts'
import { fieldId, focusField } from './fields.ts'
import { useIssues } from './use-issues.tsx'

export function RequirementsPanel() {
  const issues = useIssues()
  return (
    <section aria-labelledby="before-review" className="border border-rule bg-surface p-4">
      <h2 id="before-review" tabIndex={-1} className="font-sans text-sm font-semibold">
        Before review
      </h2>
      <p role="status" className="mt-1 flex items-center gap-1.5 text-sm text-muted">
        {issues.length === 0 ? (
          <>
            <CheckIcon /> Nothing is missing.
          </>
        ) : (
          `${issues.length === 1 ? 'One thing is' : `${issues.length} things are`} still missing.`
        )}
      </p>
      {issues.length > 0 && <IssueLinks issues={issues} />}
    </section>
  )
}

export function IssueLinks({ issues }: { issues: Issue[] }) {
  return (
    <ul className="mt-2 grid gap-0.5">
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.message}`}>
          <a
            href={`#${fieldId(issue.path)}`}
            className="block py-0.5 text-sm leading-snug"
            onClick={(event) => {
              event.preventDefault()
              focusField(issue.path)
            }}
          >
            {issue.message}
          </a>
        </li>
      ))}
    </ul>
  )
}
