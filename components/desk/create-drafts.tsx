'use client'
// Carries out an import, some at a time, with the progress. Stopped or cut off, it goes on later where it was.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { carryOutSome, createSome } from '#app/desk/imports/actions.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

type Props = { batchId: number; total: number; created: number; acts?: boolean }

export function CreateDrafts({ batchId, total, created, acts = false }: Props) {
  const [verb, wasDone, one, many] = acts ? ['Write', 'written', 'act', 'acts'] : ['Create', 'created', 'draft', 'drafts']
  const router = useRouter()
  const [done, setDone] = useState(created)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string>()
  const stopped = useRef(false)

  async function create() {
    stopped.current = false
    setRunning(true)
    setError(undefined)
    for (let finished = false; !finished && !stopped.current; ) {
      const step = await (acts ? carryOutSome : createSome)(batchId).catch(() => ({
        ok: false as const,
        message: `The server cannot be reached. What was ${wasDone} stays; try again.`,
      }))
      if (!step.ok) {
        setError(step.message)
        break
      }
      setDone(total - step.remaining)
      finished = step.finished
    }
    setRunning(false)
    router.refresh()
  }

  if (done >= total && !running) return null
  return (
    <div className="mt-4 max-w-xl space-y-3">
      {error && (
        <Banner tone="bad" role="alert">
          {error}
        </Banner>
      )}
      {(running || done > 0) && (
        <div>
          <label htmlFor="progress" className="text-sm">
            {done} of {total} {many} {wasDone}
          </label>
          <progress id="progress" value={done} max={total} className="block h-2 w-full accent-accent" />
        </div>
      )}
      {running ? (
        <Button onClick={() => (stopped.current = true)}>Stop</Button>
      ) : (
        <Button variant="primary" onClick={create}>
          {done === 0 ? `${verb} ${total} ${total === 1 ? one : many}` : `Go on with the other ${total - done}`}
        </Button>
      )}
      <p role="status" className="sr-only">
        {running ? `${many} are being ${wasDone}` : ''}
      </p>
    </div>
  )
}
