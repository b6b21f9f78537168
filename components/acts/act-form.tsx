'use client'
// The form of one act: whose it is, its titles and numbers, its timeline with a source for each event. What was typed stays until it is saved.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { UnsavedGuard } from '#components/desk/measure-form/unsaved-guard.tsx'
import { Refused } from '#components/desk/refused.tsx'
import { datedEvents } from '#components/timeline/statement-field.tsx'
import { TimelineBuilder } from '#components/timeline/timeline-builder.tsx'
import { Announcer } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { actKinds, commonLanguages, directionOf, languageName } from '#lib/acts/act.ts'
import { withSources } from '#lib/acts/changes.ts'
import { type ActFields, actInput } from '#lib/acts/schema.ts'
import type { Refusal } from '#lib/system/action.ts'
import { EventSources } from './event-sources.tsx'
import type { SaveAct } from './protocol.ts'
import { StaleAct, type StandingAct } from './stale-act.tsx'

type Owner = { code: string; name: string }
type Props = {
  initial: ActFields
  based: { ref: string; edition: number } | null
  economies: Owner[]
  unions: Owner[]
  save: SaveAct
}

export function ActForm({ initial, based, economies, unions, save }: Props) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [act, setAct] = useState(initial)
  const [saved, setSaved] = useState(initial)
  const [edition, setEdition] = useState(based?.edition ?? 0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const theirs = refusal?.kind === 'stale' ? (refusal.changed?.act as StandingAct | undefined) : undefined
  const issueOf = (path: string) => refusal?.issues?.find((issue) => issue.path === path)?.message

  function change(next: Partial<ActFields>) {
    setAct({ ...act, ...next })
    setState('idle')
  }

  /** Returns the edition that was saved; null when nothing was. */
  async function submit(onTopOf = edition): Promise<number | null> {
    if (state === 'saving') return null
    const parsed = actInput.safeParse(act)
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message: `${message}.` }))
      setRefusal({ ok: false, kind: 'invalid', message: 'Not saved: something is missing or cannot be kept.', issues })
      return null
    }
    setState('saving')
    setRefusal(null)
    const answer = await save({ act: parsed.data, based: based && { ref: based.ref, edition: onTopOf } }).catch(
      (): Refusal => ({
        ...{ ok: false, kind: 'failed', message: 'Not saved: the server could not be reached. What you typed is still here.' },
      }),
    )
    setState(answer.ok ? 'saved' : 'idle')
    if (!answer.ok) {
      setRefusal(answer)
      return null
    }
    setSaved(act)
    if (based === null) router.push(`/desk/acts/${answer.ref}`)
    else {
      setEdition(answer.edition)
      router.refresh()
    }
    return answer.edition
  }

  const text = (name: TextName, label: string, hint?: string, more: { placeholder?: string; list?: string; language?: string } = {}) => (
    <Field id={`act-${name}`} label={label} hint={hint} error={issueOf(name)}>
      <TextInput
        id={`act-${name}`}
        value={act[name]}
        placeholder={more.placeholder}
        list={more.list}
        lang={more.language || undefined}
        dir={more.language ? directionOf(more.language) : undefined}
        aria-invalid={issueOf(name) ? true : undefined}
        aria-describedby={[hint && `act-${name}-hint`, issueOf(name) && `act-${name}-error`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  )

  return (
    <form
      noValidate
      aria-label={based ? `Act ${based.ref}` : 'New act'}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <fieldset disabled={!hydrated} className="grid min-w-0 gap-4">
        <UnsavedGuard
          unsaved={state !== 'saving' && JSON.stringify(act) !== JSON.stringify(saved)}
          saveNow={() => submit()}
          explanation="Without saving, what you changed of this act is lost."
        />
        {theirs && refusal ? (
          <StaleAct
            message={refusal.message}
            theirs={theirs}
            mine={act}
            onKeepMine={() => void submit(theirs.edition)}
            onTakeTheirs={() => {
              setAct(theirs)
              setSaved(theirs)
              setEdition(theirs.edition)
              setRefusal(null)
            }}
          />
        ) : (
          refusal && <Refused refusal={refusal} />
        )}
        <Field id="act-economy" label="Whose act it is" hint="A union’s act applies to its members." error={issueOf('economy')}>
          <Select
            id="act-economy"
            className="w-full sm:w-96"
            aria-describedby="act-economy-hint"
            value={act.union ? `union ${act.union}` : act.economy}
            onChange={({ target: { value } }) =>
              change(value.startsWith('union ') ? { economy: '', union: value.slice(6) } : { economy: value, union: '' })
            }
          >
            <option value="">Choose…</option>
            <Owners label="Unions" owners={unions.map(({ code, name }) => ({ code: `union ${code}`, name: `${name} (union)` }))} />
            <Owners label="Economies" owners={economies} />
          </Select>
        </Field>
        {text('title', 'English title')}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
          {text('originalTitle', 'Original title', undefined, { language: act.originalLanguage })}
          {text('originalLanguage', 'Its language', undefined, { placeholder: 'kk, ru, ar…', list: 'languages' })}
        </div>
        <datalist id="languages">
          {commonLanguages.map((tag) => (
            <option key={tag} value={tag} label={languageName(tag)} />
          ))}
        </datalist>
        <div className="grid gap-4 sm:grid-cols-3">
          {text('number', 'Number', undefined, { placeholder: '94-V' })}
          <Field id="act-kind" label="Kind" error={issueOf('kind')}>
            <Select
              id="act-kind"
              className="w-full"
              value={act.kind}
              onChange={({ target }) => change({ kind: target.value as ActFields['kind'] })}
            >
              <option value="">Not said</option>
              {actKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kind}
                </option>
              ))}
            </Select>
          </Field>
          {text('issuer', 'Issued by', undefined, { placeholder: 'Parliament' })}
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          {text('url', 'Address of the text', undefined, { placeholder: 'https://' })}
          {text('eli', 'ELI, where there is one', undefined, { placeholder: 'eli/reg/2016/679/oj' })}
        </div>
        <Announcer>
          <TimelineBuilder
            id="act-events"
            kind="act"
            events={act.events}
            onChange={(events) => change({ events: withSources(events, act.events) })}
            onAbsence={() => {}}
            error={refusal?.issues?.find(({ path }) => path.startsWith('events'))?.message}
          />
        </Announcer>
        <EventSources events={act.events} dated={datedEvents(act.events).length} onChange={(events) => change({ events })} />
        <div className="flex items-center gap-3 border-t border-rule pt-4">
          <Button type="submit" variant="primary" unavailable={state === 'saving'}>
            {state === 'saving' ? 'Saving…' : based ? 'Save' : 'Enter into the register'}
          </Button>
          <p role="status" className="text-sm text-muted">
            {state === 'saved' && 'Saved.'}
          </p>
        </div>
      </fieldset>
    </form>
  )
}

type TextName = 'title' | 'originalTitle' | 'originalLanguage' | 'number' | 'issuer' | 'url' | 'eli'

function Owners({ label, owners }: { label: string; owners: Owner[] }) {
  return (
    <optgroup label={label}>
      {owners.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
