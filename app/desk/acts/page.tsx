// The register of acts: find one by any title or number, in any script.
import Link from 'next/link'
import { OriginalTitle } from '#components/acts/act-titles.tsx'
import { Section } from '#components/desk/section.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { searchActs, unions } from '#lib/acts/queries.ts'
import { z } from '#lib/system/zod.ts'
import { economies } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Acts' }

const asked = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  of: z
    .string()
    .regex(/^(union )?[A-Z]{2,8}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

export default async function DeskActsPage({ searchParams }: PageProps<'/desk/acts'>) {
  const actor = await requireActor('/desk/acts')
  const { q, of, page } = asked.parse(await searchParams)
  const owner = of?.startsWith('union ') ? { union: of.slice(6) } : of ? { economy: of } : {}
  const [list, known, joined] = await Promise.all([searchActs(actor, { q, page, ...owner }), economies(), unions()])
  const href = (to: number) => `/desk/acts?${new URLSearchParams({ q, of: of ?? '', page: String(to) })}`
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Acts</h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <p className="text-sm text-muted">
            All of them: <a href="/desk/acts/export.csv">CSV</a>, <a href="/desk/acts/export.json">JSON</a> ·{' '}
            <Link href="/desk/imports">Import</Link>
          </p>
          <Link href="/desk/acts/new" className={buttonClass('primary')}>
            New act
          </Link>
        </div>
      </div>
      <form className="mt-5 grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]">
        <Field id="q" label="Title, number or ref">
          <TextInput id="q" name="q" type="search" defaultValue={q} className="min-h-10" />
        </Field>
        <Field id="of" label="Economy or union">
          <Select id="of" name="of" defaultValue={of ?? ''} className="w-full">
            <option value="">All</option>
            {joined.map(({ code, name }) => (
              <option key={code} value={`union ${code}`}>
                {name} (union)
              </option>
            ))}
            {known.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">Find</Button>
      </form>
      <Section
        title={list.total === 1 ? '1 act' : `${list.total} acts`}
        {...(list.total === 0 && { count: 0 })}
        empty={
          <>
            No act fits. <Link href="/desk/acts">Show all</Link> or <Link href="/desk/acts/new">enter a new one</Link>.
          </>
        }
      >
        <ul className="border-b border-rule">
          {list.items.map((act) => (
            <li key={act.ref} className="border-t border-rule py-2.5">
              <Link href={`/desk/acts/${act.ref}`} className="font-medium text-ink">
                <span className="text-muted tabular-nums">{act.ref}</span> <span className="font-serif">{act.title}</span>
              </Link>
              <OriginalTitle title={act.originalTitle} language={act.originalLanguage} className="font-serif text-[0.9375rem]" />
              <p className="text-sm text-muted">{[act.belongsTo, act.number].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
        <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={href} />
      </Section>
    </>
  )
}
