// What PostgreSQL itself holds of preview links, against raw SQL: one revision, an end, no token kept, no comment by a link that is over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outsideExpert } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let sharePreview: typeof import('./commands/share-preview.ts').sharePreview
let commentAsGuest: typeof import('./commands/comment-as-guest.ts').commentAsGuest
let store: typeof import('./store.ts')
let addComment: typeof import('#lib/review/commands/add-comment.ts').addComment
beforeAll(async () => {
  stage = await underAttack()
  ;({ sharePreview } = await import('./commands/share-preview.ts'))
  ;({ commentAsGuest } = await import('./commands/comment-as-guest.ts'))
  store = await import('./store.ts')
  ;({ addComment } = await import('#lib/review/commands/add-comment.ts'))
})
afterAll(() => stage?.close())

const GUEST = 'Ada Norn, ITU'
const guest = outsideExpert(GUEST)
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const share = (on: On) => sharePreview(stage.editor, { ...on, revision: 2, guest: GUEST, days: 7 })

describe('the database itself', () => {
  const link = (versionId: number, revisionId: number, more = '', values = `'${'a'.repeat(64)}', now() + interval '7 days'`) =>
    [
      `INSERT INTO preview_link (version_id, revision_id, token_hash, expires_at, guest_name, comments_welcome, maker_id, maker_name) VALUES ($1, $2, ${values}, 'x', true, $3, 'x') ${more}`,
      [versionId, revisionId, stage.editor.id],
    ] as [string, unknown[]]
  const comment = (linkId: number, more: { name?: string; thread?: number; by?: number } = {}) =>
    [
      `INSERT INTO comment (version_id, revision_id, field, body, preview_link_id, author_name, thread_id, author_id, must_settle)
       SELECT l.version_id, l.revision_id, 'whole', 'x', l.id, $2, $3, $4, $5 FROM preview_link l WHERE l.id = $1`,
      [linkId, more.name ?? GUEST, more.thread ?? null, more.by ?? null, false],
    ] as [string, unknown[]]

  test('keeps no token, and refuses a link without an end, to an old revision, or to what is published', async () => {
    const on = await begun()
    const { id, token } = await share(on)
    const versionId = await stage.idOf(on)
    const head = await stage.headOf(versionId)
    const { rows } = await stage.app.query('SELECT to_jsonb(l)::text AS kept FROM preview_link l WHERE id = $1', [id])
    expect(rows[0].kept).not.toContain(token)
    expect(rows[0].kept).toContain(store.hashOf(token))
    expect(await stage.attempt(link(versionId, head.id))).toBe('done')
    expect(await stage.attempt(link(versionId, head.id, '', `'${token}', now() + interval '7 days'`))).toMatch(/token_is_hashed/)
    expect(await stage.attempt(link(versionId, head.id, '', `'${store.hashOf(token)}', now() + interval '7 days'`))).toMatch(
      /token_hash_key/,
    )
    expect(await stage.attempt(link(versionId, head.id, '', `'${'a'.repeat(64)}', now() + interval '62 days'`))).toMatch(
      /preview_link_expires/,
    )
    expect(await stage.attempt(link(versionId, head.id - 1))).toMatch(/newest revision/)
    const published = await stage.idOf(await stage.build.published(stage.cast, await begun()))
    expect(await stage.attempt(link(published, (await stage.headOf(published)).id))).toMatch(/has no preview/)
    expect(await stage.attempt([`UPDATE preview_link SET expires_at = now() + interval '50 days'`])).toMatch(
      /append-only|permission denied/,
    )
    expect(await stage.attempt(['DELETE FROM preview_revocation'])).toMatch(/append-only|permission denied/)
  })

  test('L12 refuses a comment by a link that is over, whoever writes the row, and in another name', async () => {
    const on = await begun()
    const { id } = await share(on)
    const mine = (await addComment(stage.editor, { ...on, revision: 2, field: 'whole', body: 'Mine' })).id
    expect(await stage.attempt(comment(id))).toBe('done')
    expect(await stage.attempt(comment(id, { name: 'editor' }))).toMatch(/the name of the link/)
    expect(await stage.attempt(comment(id, { thread: mine }))).toMatch(/threads that they began/)
    expect(await stage.attempt(comment(id, { by: stage.editor.id }))).toMatch(/comment_has_author/)
    const revoked: [string, unknown[]] = [
      `INSERT INTO preview_revocation (link_id, revoked_by_id, revoker_name) VALUES ($1, $2, 'x')`,
      [id, stage.editor.id],
    ]
    expect(await stage.attempt(revoked, comment(id))).toMatch(/takes no comments/)
    expect(await stage.attempt([`UPDATE person SET disabled_at = now() WHERE id = $1`, [stage.editor.id]], comment(id))).toMatch(
      /takes no comments/,
    )
  })

  test('a comment of an outside expert holds no approval up', async () => {
    const on = await begun()
    const { id, token } = await share(on)
    await commentAsGuest(guest, { token, body: 'All wrong.' })
    const [sql, values] = comment(id)
    expect(await stage.attempt([sql.replace('$5', 'true OR $5'), values])).toMatch(/holds_nothing_up/)
    await stage.build.approved(stage.cast, on)
  })

  test('L8 shows the world no link and no comment of a guest', async () => {
    for (const table of ['preview_link', 'preview_opening', 'preview_revocation'])
      await expect(stage.world.query(`SELECT * FROM ${table}`)).rejects.toThrow(/permission denied|does not exist/)
  })
})
