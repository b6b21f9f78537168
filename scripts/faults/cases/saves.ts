// Six forms that save by themselves, two of them at one draft, while everything is killed: each acknowledged save is there, word for word.
import type pg from 'pg'
import { contentWith } from '#lib/testing/builders.ts'
import type { Fault, Stage } from '../fault.ts'

const DRAFTS = 5
type Acknowledged = { ref: string; revision: number; text: string; by: string }
type Answer = { ok: boolean; revision?: number; kind?: string; theirs?: { revision: number } | null }

/** A form at a draft: it saves, and when somebody else was faster it builds on their text. */
function formAt(stage: Stage, who: Stage['people']['editor'], ref: string, took: Acknowledged[]) {
  let basedOn = 1
  let count = 0
  return async (stopped: AbortSignal) => {
    const cookie = stage.cookieOf(who.email)
    while (!stopped.aborted) {
      const text = `Text ${++count} of ${who.name} on ${ref}.`
      const body = { version: 1, basedOn, kind: count % 5 ? 'autosave' : 'save', by: who.id, content: contentWith({ description: text }) }
      const answer = await fetch(`${stage.url}/desk/measures/${ref}/save`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([stopped, AbortSignal.timeout(10_000)]),
      })
        .then((response) => response.json() as Promise<Answer>)
        .catch(() => null)
      if (answer?.ok && answer.revision) {
        took.push({ ref, revision: answer.revision, text, by: who.name })
        basedOn = answer.revision
      } else if (answer?.kind === 'stale' && answer.theirs) basedOn = answer.theirs.revision
      else await new Promise((done) => setTimeout(done, 20))
    }
  }
}

async function wrong(owner: pg.Client, took: Acknowledged[], refs: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ ref: string; revision: number; text: string; by: string }>(
    `SELECT m.ref, r.number AS revision, r.content ->> 'description' AS text, r.author_name AS by
     FROM revision r JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = ANY($1)`,
    [refs],
  )
  const kept = new Map(rows.map((row) => [`${row.ref} ${row.revision}`, row]))
  const lost = took.filter(({ ref, revision, text, by }) => {
    const row = kept.get(`${ref} ${revision}`)
    return row?.text !== text || row.by !== by
  })
  const entries = await owner.query(
    `SELECT count(*)::int AS n FROM audit_entry WHERE measure_ref = ANY($1) AND action IN ('draft.saved', 'draft.autosaved')`,
    [refs],
  )
  const saves = rows.filter(({ revision }) => revision > 1).length
  return [
    ...lost.map(
      ({ ref, revision, text }) =>
        `Revision ${revision} of ${ref} was acknowledged with “${text}” and is “${kept.get(`${ref} ${revision}`)?.text}”.`,
    ),
    ...(entries.rows[0].n === saves ? [] : [`${saves} saves, and ${entries.rows[0].n} entries about them in the trail.`]),
  ]
}

export default {
  name: 'saves',
  about: 'each acknowledged save is there, and nothing else says that it is',
  begin: async (stage) => {
    const { createDraft } = await import('#lib/measures/commands/create-draft.ts')
    const { editor, editor2 } = stage.people
    const refs: string[] = []
    for (let n = 0; n < DRAFTS; n++) refs.push((await createDraft(editor, { economy: 'KZ', subPillar: '8.4' })).ref)
    const took: Acknowledged[] = []
    const forms = [...refs.map((ref) => formAt(stage, editor, ref, took)), formAt(stage, editor2, refs[0] ?? '', took)]
    return {
      work: async (stopped) => void (await Promise.all(forms.map((form) => form(stopped)))),
      acknowledged: () => took.length,
      check: (owner) => wrong(owner, took, refs),
    }
  },
} satisfies Fault
