// Where a finding of the statement checker is mended that no text mends: the act in the register, or the record of a check. It opens beside what is being written.
import { buttonClass } from '#components/ui/button.tsx'
import type { Errand } from '#lib/measures/checker.ts'

export function ErrandLink({ errand, measureRef }: { errand: Errand; measureRef: string }) {
  const href = 'actRef' in errand ? `/desk/acts/${errand.actRef}` : `/desk/measures/${measureRef}#check`
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClass('plain', true)}>
      {errand.label}
    </a>
  )
}
