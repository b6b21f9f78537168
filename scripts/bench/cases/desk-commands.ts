// Creating, saving and publishing at the desk, by the real commands.
import type { Actor } from '#lib/system/actor.ts'
import type { Case, Figure, Stage } from '../case.ts'
import { commands } from '../commands.ts'
import { contentOf } from '../seed-text.ts'

const PUBLICATIONS = 60

async function people({ people }: Stage): Promise<{ editor: Actor; reviewer: Actor }> {
  const { actorByEmail } = await import('#lib/accounts/queries.ts')
  const [editor, reviewer] = await Promise.all([actorByEmail(people.editor), actorByEmail(people.reviewer)])
  if (!editor || !reviewer) throw new Error('The people of the bench are gone.')
  return { editor, reviewer }
}

/** Milliseconds of the middle publication: of new measures, and of further versions of the measure that has many. */
async function publications(stage: Stage): Promise<Figure[]> {
  const build = await import('#lib/testing/builders.ts')
  const { publish } = await import('#lib/review/commands/publish.ts')
  const { loadVersion } = await import('#lib/measures/queries.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  const cast = await people(stage)
  const middle = async (name: string, count: number, draft: (n: number) => Promise<{ ref: string; version: number }>): Promise<Figure> => {
    const took: number[] = []
    for (let n = 0; n < count; n++) {
      const on = await build.approved(cast, await draft(n))
      const { digest } = (await loadVersion(deskDb(), on.ref, on.version)).head
      const began = performance.now()
      await publish(cast.reviewer, { ...on, digest })
      took.push(performance.now() - began)
    }
    return { name, value: took.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0, unit: 'ms, the middle one' }
  }
  const next = (n: number) => ({ ...contentOf(n, 2, '8.3', []), bases: build.contentWith().bases, changeNote: `Change ${n}.` })
  const economy = stage.seeded.refs[0]?.slice(0, 2) ?? ''
  return [
    await middle('publish a new measure', PUBLICATIONS, (n) =>
      build.draft(cast.editor, economy, build.contentWith({ description: `Text ${n}.` })),
    ),
    await middle('publish the next version of a measure that has many', PUBLICATIONS / 4, (n) =>
      build.amendment(cast.editor, stage.seeded.longest, next(n)),
    ),
  ]
}

export default {
  name: 'desk-commands',
  about: 'create a draft, save a draft, publish an approved text',
  run: async (stage) => {
    const { createDraft } = await import('#lib/measures/commands/create-draft.ts')
    const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
    const { editor } = await people(stage)
    const codes = [...new Set(stage.seeded.refs.map((ref) => ref.slice(0, 2)))]
    const create = (n: number) => createDraft(editor, { economy: codes[n % codes.length] ?? '', subPillar: '8.3' })
    // Each place saves a draft of its own again and again, as a person who types does.
    const drafts = await Promise.all(Array.from({ length: Math.max(...stage.connections) }, (_, n) => create(n)))
    const saved = drafts.map(() => 1)
    const save = async (n: number, place: number) => {
      const content = contentOf(n, 1, '8.3', [])
      const { revision } = await editDraft(editor, { ref: drafts[place]?.ref ?? '', version: 1, basedOn: saved[place] ?? 1, content })
      saved[place] = revision
    }
    const lines = await stage.compare([async () => commands('create a draft', create), async () => commands('save a draft', save)])
    return { lines, figures: await publications(stage) }
  },
} satisfies Case
