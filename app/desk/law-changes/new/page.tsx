// Records a law change: first the act is found in the register, then what happened to it.
import Link from 'next/link'
import { LawChangeForm } from '#components/law-changes/law-change-form.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { whyNotAct } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { searchActs, standingActs } from '#lib/acts/queries.ts'
import { lawChangeKinds } from '#lib/law-changes/law-change.ts'
import { labelOf, meaningOf } from '#lib/timeline/legal-event.ts'
import { propose } from '../actions.ts'

export const metadata = { title: 'Record a law change' }

const kinds = lawChangeKinds.map((kind) => ({ kind, label: labelOf(kind), meaning: meaningOf(kind) }))

export default async function NewLawChangePage({ searchParams }: PageProps<'/desk/law-changes/new'>) {
  const actor = await requireActor('/desk/law-changes/new')
  const asked = await searchParams
  const words = typeof asked.q === 'string' ? asked.q : ''
  const chosen = typeof asked.act === 'string' ? (await standingActs(actor, [asked.act])).get(asked.act) : undefined
  const refused = chosen ? whyNotAct(actor, 'propose law change', chosen.economy) : null
  const found = chosen || words === '' ? [] : (await searchActs(actor, { q: words })).items
  return (
    <>
      <h1 className="text-3xl font-semibold">Record a law change</h1>
      {chosen ? (
        <>
          <div className="mt-4 mb-6 max-w-2xl border-l-4 border-rule-strong pl-3">
            <p className="font-serif text-lg">{chosen.title}</p>
            <p className="text-sm text-muted">
              {[chosen.ref, chosen.number, chosen.belongsTo].filter((part) => part !== '').join(' · ')} ·{' '}
              <Link href="/desk/law-changes/new">choose another act</Link>
            </p>
          </div>
          {refused === null ? (
            <LawChangeForm actRef={chosen.ref} kinds={kinds} action={propose} />
          ) : (
            <Banner className="max-w-2xl">{refused}</Banner>
          )}
        </>
      ) : (
        <>
          <p className="mt-2 max-w-2xl text-muted">
            What happened to an act, once for all measures that rest on it. When a second person has confirmed it, each of them is asked
            whether its text has to change.
          </p>
          <form className="mt-4 flex max-w-2xl items-end gap-2">
            <Field id="q" label="Which act changed?" className="grow">
              <TextInput id="q" name="q" type="search" defaultValue={words} placeholder="A title or number, in any script" />
            </Field>
            <button type="submit" className={buttonClass()}>
              Find
            </button>
          </form>
          {words !== '' && (
            <ul aria-label="Acts" className="mt-6 max-w-2xl border-b border-rule">
              {found.length === 0 && <li className="border-t border-rule py-3 text-muted">No act of the register is called that.</li>}
              {found.map((act) => (
                <li key={act.ref} className="border-t border-rule py-2.5">
                  <Link href={`/desk/law-changes/new?act=${act.ref}`} className="font-serif text-ink">
                    {act.title}
                  </Link>
                  <p className="text-sm text-muted">{[act.ref, act.number, act.belongsTo].filter((part) => part !== '').join(' · ')}</p>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  )
}
