'use client'
// Takes a page to import, pasted or as a file, and shows how far the upload is. What was pasted stays when something fails.
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'

type Answer = { ok: true; batchId: number } | { ok: false; message: string }

/** fetch() tells nothing of an upload's progress; XMLHttpRequest does. */
function upload(form: FormData, progress: (share: number) => void): Promise<Answer> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/desk/imports/read')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onload = () => done(request.response ?? { ok: false, message: `The server answered ${request.status}. Try again.` })
    request.onerror = () => done({ ok: false, message: 'The server cannot be reached. Nothing was read; try again.' })
    request.send(form)
  })
}

export function ImportForm() {
  const router = useRouter()
  const hydrated = useHydrated()
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<string>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (share !== null) return
    setError(undefined)
    setShare(0)
    const answer = await upload(new FormData(event.currentTarget), setShare)
    if (answer.ok) return router.push(`/desk/imports/${answer.batchId}`)
    setShare(null)
    setError(answer.message)
  }

  return (
    <form onSubmit={submit} className="mt-6 max-w-3xl space-y-4">
      {error && (
        <Banner tone="bad" role="alert">
          {error}
        </Banner>
      )}
      <div>
        <label htmlFor="text" className="block text-sm font-semibold">
          Paste a page or a table
        </label>
        <textarea
          id="text"
          name="text"
          rows={10}
          spellCheck={false}
          className="mt-1 w-full rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5 font-serif"
        />
      </div>
      <div>
        <label htmlFor="file" className="block text-sm font-semibold">
          or choose a file: text, CSV or JSON in UTF-8, at most 50 MB
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".txt,.md,.csv,.tsv,.json,.jsonl,text/plain,text/csv,application/json"
          className="mt-1 block w-full text-sm file:mr-3 file:min-h-10 file:rounded-sm file:border file:border-rule-strong file:bg-surface file:px-3"
        />
      </div>
      <Button type="submit" variant="primary" disabled={!hydrated} unavailable={share !== null}>
        {share === null ? 'Read it' : share < 1 ? `Uploading… ${Math.floor(share * 100)} %` : 'Reading…'}
      </Button>
      <p role="status" className="sr-only">
        {share === null ? '' : share < 1 ? 'Uploading' : 'Reading'}
      </p>
    </form>
  )
}
