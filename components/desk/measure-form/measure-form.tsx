'use client'
// The form of one version of a measure. It decides nothing: it shows what the schema and the requirements say, and sends what is typed to be saved.
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { SignInAgain } from '#components/desk/sign-in-again.tsx'
import { Announcer } from '#components/ui/announcer.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { type Content, content } from '#lib/measures/content.ts'
import { FailureBanner } from './failure-banner.tsx'
import type { Draft } from './fields.ts'
import { FormFields } from './form-fields.tsx'
import { LocalCopyBanner } from './local-copy-banner.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { OtherTabBanner } from './other-tab-banner.tsx'
import { OthersEditing } from './others-editing.tsx'
import type { Failure, MeasureFormProps } from './protocol.ts'
import { RegisterProvider } from './register.ts'
import { SaveBar } from './save-bar.tsx'
import { statusOf, theirsOf } from './save-state.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useAutosave } from './use-autosave.ts'
import { DraftProvider } from './use-draft.tsx'
import { IssuesProvider } from './use-issues.tsx'
import { useLocalCopy } from './use-local-copy.ts'
import { useOneTab } from './use-one-tab.ts'
import { type Form, useSaving } from './use-saving.ts'
import { useSteps } from './use-steps.ts'

export function MeasureForm(props: MeasureFormProps) {
  const form = useForm<Draft, unknown, Content>({ resolver: zodResolver(content), defaultValues: props.initial, mode: 'onTouched' })
  const { economy, register: asks, citedActs } = props
  const register = useMemo(() => ({ ...asks, economy, cited: citedActs }), [asks, economy, citedActs])
  return (
    <FormProvider {...form}>
      <Announcer>
        <RegisterProvider value={register}>
          <DraftProvider initial={props.initial}>
            <IssuesProvider versionNumber={props.versionNumber}>
              <SavedForm {...props} form={form} />
            </IssuesProvider>
          </DraftProvider>
        </RegisterProvider>
      </Announcer>
    </FormProvider>
  )
}

function SavedForm({ form, ...props }: MeasureFormProps & { form: Form }) {
  const { measureRef, versionNumber, initial, basedOn, person } = props
  const hydrated = useHydrated()
  const router = useRouter()
  const [toSummary, setToSummary] = useState(0)
  const [signingIn, setSigningIn] = useState(false)
  const onInvalid = useCallback(() => setToSummary((count) => count + 1), [])
  const saving = useSaving({ form, measureRef, versionNumber, initial, basedOn, person, onInvalid })
  const { state, unsaved, isBehind, saveNow } = saving
  const theirs = theirsOf(state.failure)
  const tab = useOneTab(`as-amended:${measureRef}:${versionNumber}:${person.id}`, () => saveNow('autosave'))
  const writes = tab.state === 'here'
  const local = useLocalCopy({ form, measureRef, versionNumber, initial, basedOn: state.basedOn, unsaved, writes, isBehind })
  const leave = (href: string) => {
    if (!isBehind()) local.clear()
    router.push(href)
  }
  const steps = useSteps({ props, saving, leave })
  useAutosave({ form, saving, held: steps.busy || steps.done || !writes })

  useEffect(() => {
    if (toSummary > 0) document.querySelector<HTMLElement>('#error-summary a')?.focus()
  }, [toSummary])

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (writes) void saveNow()
    }
    document.addEventListener('keydown', keys)
    return () => document.removeEventListener('keydown', keys)
  }, [saveNow, writes])

  const failure = steps.failure ?? (state.failure && !state.quiet && !theirs ? state.failure : null)
  const signIn = () => setSigningIn(true)
  const read = useCallback(() => structuredClone(form.getValues()), [form])
  return (
    <>
      <form
        noValidate
        aria-label={`Draft of ${measureRef}, version ${versionNumber}`}
        onSubmit={(event) => {
          event.preventDefault()
          void saveNow()
        }}
      >
        <OtherTabBanner state={tab.state} onTakeOver={tab.takeOver} />
        <fieldset
          disabled={!hydrated || steps.done}
          inert={tab.state === 'elsewhere' || tab.state === 'free'}
          className="min-w-0 **:scroll-mb-28 inert:opacity-60"
        >
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
                onSignIn={signIn}
              />
            )}
          </div>
          <FormFields
            taxonomy={props.taxonomy}
            coverageSuggestions={props.coverageSuggestions}
            versionNumber={versionNumber}
            published={props.published}
            checking={props.checking}
            measureRef={measureRef}
          />
          <SaveBar
            about={`${measureRef} · ${props.economyName} · version ${versionNumber}`}
            status={statusOf(state, local.kept)}
            remedy={
              unsaved ? remedyOf(state.failure, { signIn, decide: () => saving.decide(true), retry: () => void saveNow() }) : undefined
            }
            others={writes ? <OthersEditing measureRef={measureRef} version={versionNumber} /> : null}
            busy={steps.busy}
            onSave={() => void saveNow()}
            onSubmit={() => void steps.submit()}
            onDiscard={() => void steps.discard()}
          />
        </fieldset>
      </form>
      <MergeDialog
        theirs={state.deciding ? theirs : null}
        mine={read}
        onClose={() => saving.decide(false)}
        onMerged={(content, one) => void saving.merge(content, one)}
        onTakeTheirs={(one) => {
          local.putAside({ at: Date.now(), basedOn: one.revision, values: read() })
          saving.takeTheirs(one)
        }}
      />
      <SignInAgain
        open={signingIn}
        email={person.email}
        reason={`${state.failure?.kind === 'signed out' ? state.failure.message : ''} Your text stays as it is.`}
        onClose={() => setSigningIn(false)}
        onSignedIn={() => {
          setSigningIn(false)
          if (steps.failure) steps.retry()
          else void saveNow(state.quiet ? 'autosave' : 'save')
        }}
      />
      <UnsavedGuard unsaved={(unsaved || state.saving !== null) && !steps.done} saveNow={saveNow} />
    </>
  )
}

/** What one click can do about a text that is not saved, said in the bar that is always in sight. */
function remedyOf(failure: Failure | null, can: { signIn: () => void; decide: () => void; retry: () => void }) {
  if (failure?.kind === 'signed out') return { label: 'Sign in here', onClick: can.signIn }
  if (theirsOf(failure)) return { label: 'Look at both texts', onClick: can.decide }
  if (failure?.kind === 'invalid') return { label: 'Show me where', onClick: can.retry }
  return failure && failure.kind !== 'not allowed' ? { label: 'Try now', onClick: can.retry } : undefined
}
