'use client'
// The link of a basis to the register: which act it probably is, while none is cited; then what it cites, and whether the register says something newer.
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ActProposal, RegisterEntry, RegisterResult } from '#components/acts/protocol.ts'
import { datedEvents, StatementChange } from '#components/timeline/statement-field.tsx'
import { useAnnounce } from '#components/ui/announcer.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { ChosenEvents } from './chosen-events.tsx'
import type { Draft } from './fields.ts'
import { differs, useRegister } from './register.ts'

type ActBasis = Extract<Draft['bases'][number], { kind: 'act' }>

export function ActLink({ index }: { index: number }) {
  const register = useRegister()
  const { control, setValue, getValues } = useFormContext<Draft>()
  const basis = useWatch({ control, name: `bases.${index}` }) as ActBasis
  const announce = useAnnounce()
  const [taken, setTaken] = useState<RegisterEntry | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  if (!register) return null
  const act = basis.actRef === undefined ? null : taken && taken.ref === basis.actRef ? taken : (register.cited[basis.actRef] ?? null)

  function write(next: Partial<ActBasis>, sentence: string) {
    const { actRef: _, selection: __, ...rest } = getValues(`bases.${index}`) as ActBasis
    setValue(`bases.${index}`, { ...rest, ...next }, { shouldDirty: true })
    setProblem(null)
    announce(sentence)
  }
  function cite(entry: RegisterEntry) {
    setTaken(entry)
    const { url } = getValues(`bases.${index}`) as ActBasis
    write(
      { actRef: entry.ref, title: entry.title, url: entry.url || url || '', events: entry.events },
      `Basis ${index + 1} cites ${entry.ref}. ${renderStatement(entry.events)}`,
    )
  }
  async function ask(work: Promise<RegisterResult>) {
    const answer = await work.catch(() => null)
    if (answer?.ok) cite(answer.act)
    else setProblem(answer?.message ?? 'The server could not be reached. The basis stays as it is.')
  }
  const enter = () =>
    ask(
      register.enter({
        ...{ economy: register.economy, union: '', title: basis.title, url: basis.url ?? '' },
        events: datedEvents(basis.events ?? []),
      }),
    )

  return (
    <div className="grid gap-2 empty:hidden">
      {problem && (
        <Banner tone="bad" role="alert">
          {problem}
        </Banner>
      )}
      {basis.actRef !== undefined && (
        <Banner
          actions={
            <Button small variant="quiet" onClick={() => write({}, `Basis ${index + 1} cites no act of the register any more.`)}>
              Unlink
            </Button>
          }
        >
          <p>
            Cites{' '}
            <a href={`/desk/acts/${basis.actRef}`} target="_blank" rel="noreferrer">
              {basis.actRef}
            </a>{' '}
            of the register, as it stood when it was taken over.
            {act && act.ref !== basis.actRef && ` It was merged into ${act.ref}.`}
          </p>
        </Banner>
      )}
      {act && differs(act.events, basis.events ?? [], (basis.selection ?? '') !== '') && (
        <Banner
          tone="warn"
          actions={
            <Button small onClick={() => cite(act)}>
              Take it over
            </Button>
          }
        >
          <p>The register says something else:</p>
          <p className="mt-0.5 font-serif text-ink">
            <StatementChange before={renderStatement(datedEvents(basis.events ?? []))} after={renderStatement(act.events)} />
          </p>
        </Banner>
      )}
      {act && act.events.length > 1 && <ChosenEvents index={index} act={act} />}
      {basis.actRef === undefined && left !== basis.title && (
        <Proposed
          title={basis.title}
          onLink={(ref) => void ask(register.take(ref))}
          onEnter={() => void enter()}
          onLeave={() => setLeft(basis.title)}
        />
      )}
    </div>
  )
}

type ProposedProps = { title: string; onLink: (ref: string) => void; onEnter: () => void; onLeave: () => void }

/** What the register proposes for a title, asked once the typing has paused. */
function Proposed({ title, onLink, onEnter, onLeave }: ProposedProps) {
  const register = useRegister()
  const [found, setFound] = useState<{ title: string; proposals: ActProposal[] } | null>(null)
  useEffect(() => {
    if (!register || title.trim().length < 8) return setFound(null)
    let gone = false
    const timer = setTimeout(async () => {
      const answer = await register.propose({ economy: register.economy, title: title.slice(0, 2000), number: '' }).catch(() => null)
      if (!gone && answer?.ok) setFound({ title, proposals: answer.proposals })
    }, 600)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [register, title])
  const first = found?.proposals[0]
  if (!found || found.title !== title) return null
  return (
    <Banner
      role="status"
      actions={
        <>
          {found.proposals.map(({ ref }) => (
            <Button key={ref} small onClick={() => onLink(ref)}>
              Link {ref}
            </Button>
          ))}
          <Button small variant="quiet" onClick={onEnter}>
            Enter it as a new act
          </Button>
          <Button small variant="quiet" onClick={onLeave}>
            Leave it
          </Button>
        </>
      }
    >
      {first ? (
        found.proposals.map(({ ref, title, belongsTo, why }, at) => (
          <p key={ref}>
            {at === 0 ? 'This is probably' : 'Or'} {ref}, “{title}” ({belongsTo}): {why}.
          </p>
        ))
      ) : (
        <p>The register has no act like this.</p>
      )}
    </Banner>
  )
}
