'use client'
// All fields and panels of the form, drawn once: what is known about saving changes around them and never draws them again.
import { memo } from 'react'
import { BasesSection } from './bases-section.tsx'
import { ChangeSection } from './change-section.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { DescriptionSection } from './description-section.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { PlaceSection } from './place-section.tsx'
import type { MeasureFormProps } from './protocol.ts'
import { RequirementsPanel } from './requirements-panel.tsx'
import { SourcesSection } from './sources-section.tsx'
import { StatementsPanel } from './statements-panel.tsx'

type Props = Pick<MeasureFormProps, 'taxonomy' | 'coverageSuggestions' | 'versionNumber' | 'published' | 'checking' | 'measureRef'>

export const FormFields = memo(function FormFields({
  taxonomy,
  coverageSuggestions,
  versionNumber,
  published,
  checking,
  measureRef,
}: Props) {
  return (
    <div className="mt-4 grid grid-cols-1 gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">
        <PlaceSection taxonomy={taxonomy} />
        <BasesSection />
        <DescriptionSection />
        <CoverageSection suggestions={coverageSuggestions} />
        <SourcesSection />
        {versionNumber > 1 && <ChangeSection published={published} />}
      </div>
      <aside
        aria-label="Summary"
        className="grid grid-cols-1 content-start gap-4 pb-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-8rem)] lg:self-start lg:overflow-y-auto"
      >
        <RequirementsPanel />
        <FindingsPanel context={checking} measureRef={measureRef} />
        <StatementsPanel />
      </aside>
    </div>
  )
})
