// How the trail's test makes each command of comments and of preview links leave its entry. It expects nothing itself.
import { outsideExpert } from '#lib/system/actor.ts'
import type { Attacks } from './attacks.ts'

const GUEST = 'Ada Norn, ITU'

/** By command: who does it, what it is given, what the trail says of it, and the measure that it concerns. */
export function commentWays(stage: () => Attacks) {
  const input = async () => {
    const { build, editor } = stage()
    return { ...(await build.draft(editor, 'KZ', build.contentWith())), revision: 2, guest: GUEST, days: 7 }
  }
  async function shared() {
    const { sharePreview } = await import('#lib/previews/commands/share-preview.ts')
    const given = await input()
    return { ref: given.ref, version: given.version, ...(await sharePreview(stage().editor, given)) }
  }
  const inReview = async () => {
    const { build, editor } = stage()
    return build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
  }
  return {
    'review/commands/add-comment': async () => {
      const on = await inReview()
      const said = { ...on, revision: 2, field: 'description', body: 'Which article?', mustSettle: true }
      return { actor: stage().reviewer, input: said, says: /^commented on description, to be settled before the approval$/, ref: on.ref }
    },
    'review/commands/settle-comment': async () => {
      const on = await inReview()
      const { addComment } = await import('#lib/review/commands/add-comment.ts')
      const { id } = await addComment(stage().reviewer, { ...on, revision: 2, field: 'coverage', body: 'All of it?' })
      return { actor: stage().editor, input: { ...on, threadId: id, settled: true }, says: /^settled a comment on coverage$/, ref: on.ref }
    },
    'previews/commands/share-preview': async () => {
      const given = await input()
      return {
        actor: stage().editor,
        input: given,
        says: /^made a preview link to revision 2 for Ada Norn, ITU, until \d+ \w+ \d{4}$/,
        ref: given.ref,
      }
    },
    'previews/commands/revoke-preview': async () => {
      const { ref, version, id: linkId } = await shared()
      return {
        actor: stage().reviewer,
        input: { ref, version, linkId },
        says: /^revoked the preview link to revision 2 for Ada Norn, ITU$/,
        ref,
      }
    },
    'previews/commands/comment-as-guest': async () => {
      const { ref, token } = await shared()
      const said = { token, field: 'description', body: 'Article 4 says more.' }
      return { actor: outsideExpert(GUEST), input: said, says: /^commented on description$/, ref }
    },
  }
}
