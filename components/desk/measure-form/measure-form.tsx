'use client'
// The form of one version of a measure. It decides nothing: it shows what the schema and the requirements say, and calls the actions that it is given.
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Announcer } from '#components/ui/announcer.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { type Content, content } from '#lib/measures/content.ts'
import { BasesSection } from './bases-section.tsx'
import { ChangeSection } from './change-section.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { DescriptionSection } from './description-section.tsx'
import { FailureBanner } from './failure-banner.tsx'
import type { Draft } from './fields.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { LocalCopyBanner } from './local-copy-banner.tsx'
import { PlaceSection } from './place-section.tsx'
import type { MeasureFormProps } from './protocol.ts'
import { RegisterProvider } from './register.ts'
import { RequirementsPanel } from './requirements-panel.tsx'
import { SaveBar } from './save-bar.tsx'
import { statusOf } from './save-state.ts'
import { SourcesSection } from './sources-section.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { StatementsPanel } from './statements-panel.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useIssues } from './use-issues.ts'
import { useLocalCopy } from './use-local-copy.ts'
import { useSaving } from './use-saving.ts'
import { useSteps } from './use-steps.ts'

export function MeasureForm(props: MeasureFormProps) {
  const form = useForm<Draft, unknown, Content>({ resolver: zodResolver(content), defaultValues: props.initial, mode: 'onTouched' })
  const { economy, register: asks, citedActs } = props
  const register = useMemo(() => ({ ...asks, economy, cited: citedActs }), [asks, economy, citedActs])
  return (
    <FormProvider {...form}>
      <Announcer>
        <RegisterProvider value={register}>
          <Sections {...props} form={form} />
        </RegisterProvider>
      </Announcer>
    </FormProvider>
  )
}

function Sections({ form, ...props }: MeasureFormProps & { form: ReturnType<typeof useForm<Draft, unknown, Content>> }) {
  const { measureRef, economyName, versionNumber, initial, basedOn } = props
  const hydrated = useHydrated()
  const router = useRouter()
  const issues = useIssues(versionNumber)
  const [toSummary, setToSummary] = useState(0)
  const onInvalid = useCallback(() => setToSummary((count) => count + 1), [])
  const saving = useSaving({ form, measureRef, versionNumber, initial, basedOn, save: props.save, onInvalid })
  const { state, unsaved, saveNow } = saving
  const read = useCallback(() => structuredClone(form.getValues()), [form])
  const local = useLocalCopy({ measureRef, versionNumber, initial, basedOn: state.basedOn, unsaved, read, current: state.current })
  const leave = (href: string) => {
    if (!saving.isBehind()) local.clear()
    router.push(href)
  }
  const steps = useSteps({ props, saving, leave })

  useEffect(() => {
    if (toSummary > 0) document.querySelector<HTMLElement>('#error-summary a')?.focus()
  }, [toSummary])

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void saveNow()
    }
    document.addEventListener('keydown', keys)
    return () => document.removeEventListener('keydown', keys)
  }, [saveNow])

  const failure = steps.failure ?? (state.failure && !(state.failure.kind === 'stale' && state.theirs) ? state.failure : null)
  return (
    <form
      noValidate
      aria-label={`Draft of ${measureRef}, version ${versionNumber}`}
      onSubmit={(event) => {
        event.preventDefault()
        void saveNow()
      }}
    >
      <fieldset disabled={!hydrated || steps.done} className="min-w-0 **:scroll-mb-28">
        <div className="grid gap-3 empty:hidden">
          {local.offered && (
            <LocalCopyBanner
              copy={local.offered}
              onDiscard={local.forget}
              onRestore={() => {
                if (local.offered) saving.restore(local.offered.values, local.offered.basedOn)
                local.forget()
              }}
            />
          )}
          {failure && (
            <FailureBanner
              failure={failure}
              what={steps.failure ? `Not ${steps.failure.step}` : 'Not saved'}
              onRetry={() => (steps.failure ? steps.retry() : void saveNow())}
            />
          )}
        </div>
        <div className="mt-4 grid grid-cols-1 gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <PlaceSection taxonomy={props.taxonomy} />
            <BasesSection />
            <DescriptionSection />
            <CoverageSection suggestions={props.coverageSuggestions} />
            <SourcesSection />
            {versionNumber > 1 && <ChangeSection published={props.published} />}
          </div>
          <aside
            aria-label="Summary"
            className="grid grid-cols-1 content-start gap-4 pb-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-8rem)] lg:self-start lg:overflow-y-auto"
          >
            <RequirementsPanel issues={issues} />
            <FindingsPanel context={props.checking} />
            <StatementsPanel />
          </aside>
        </div>
        <SaveBar
          about={`${measureRef} · ${economyName} · version ${versionNumber}`}
          status={statusOf(state)}
          missing={issues.length}
          busy={steps.busy}
          onSave={() => void saveNow()}
          onSubmit={() => (issues.length > 0 ? document.getElementById('before-review')?.focus() : void steps.submit())}
          onDiscard={() => void steps.discard()}
        />
      </fieldset>
      <StaleDialog
        theirs={state.theirs}
        mine={read}
        onClose={saving.settle}
        onKeepMine={(theirs) => void saving.keepMine(theirs)}
        onTakeTheirs={(theirs) => {
          local.putAside({ at: Date.now(), basedOn: theirs.revision, values: read() })
          saving.takeTheirs(theirs)
        }}
      />
      <UnsavedGuard unsaved={(unsaved || state.saving) && !steps.done} saveNow={saveNow} />
    </form>
  )
}
