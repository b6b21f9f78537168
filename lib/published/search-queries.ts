// What words mean to PostgreSQL, and what misspelt ones may have meant, from the words of the published texts. Read through the public role.
import { publicRows } from '#lib/system/db.ts'
import { isStorable } from '#lib/system/text.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type KnownWord, nearest, refIn, slips, spelledWords, unfinished, withWords } from './search-words.ts'

/**
 * `exact` is what was typed and `wide` adds the words that the last one begins, both as tsquery; '' finds nothing. `many`: more than FEW of
 * the current texts have them; `total` is how many do, where that was asked.
 */
export type Words = { exact: string; wide: string; cyrillic: boolean; many: boolean; total?: number }
export type Asked = { is: 'nothing' } | { is: 'ref'; ref: string } | { is: 'act'; actRef: string } | ({ is: 'words' } & Words)

const FEW = 2000
/** As many words are added at most for the last one, the shortest first. */
const ENDINGS = 30

/** What a reader asks with `q`: a ref, an act, or words. `count` tells whether all texts that have them are counted, or no more than tells few from many. */
export async function askedBy(q: string | undefined, count: 'few' | 'all' = 'few'): Promise<Asked> {
  const text = q?.trim() ?? ''
  if (text === '') return { is: 'nothing' }
  if (!isStorable(text)) return { is: 'words', exact: '', wide: '', cyrillic: false, many: false }
  const ref = refIn(text)
  if (ref) return 'ref' in ref ? { is: 'ref', ...ref } : { is: 'act', ...ref }
  const cyrillic = /\p{Script=Cyrillic}/u.test(text)
  const query = (part: string) =>
    cyrillic
      ? Prisma.sql`(websearch_to_tsquery('published.prose', ${part}) || websearch_to_tsquery('published.cyrillic', ${part}))`
      : Prisma.sql`websearch_to_tsquery('published.prose', ${part})`
  const open = unfinished(text)
  const exact = query(text)
  const endings = open
    ? Prisma.sql`to_tsquery('published.prose', coalesce((SELECT string_agg(word, ' | ') FROM (
        SELECT w.word FROM (SELECT (tsvector_to_array(to_tsvector('published.plain', ${open.last})))[1] AS begun) last, published.word w
        WHERE w.word > begun AND w.word < begun || chr(1114111) ORDER BY length(w.word), w.word LIMIT ${Prisma.raw(String(ENDINGS))}) longer), ''))`
    : Prisma.sql`''::tsquery`
  const longer = open && open.before !== '' ? Prisma.sql`(${query(open.before)} && endings)` : Prisma.sql`endings`
  // OFFSET 0: what words mean is worked out once, not wherever it is used.
  const rows = await publicRows<{ exact: string; wide: string; hits: number }>`
    SELECT exact::text, wide::text, (SELECT count(*)::int FROM (${hitsOf(Prisma.sql`wide`, count)}) hit) AS hits FROM (
      SELECT exact, CASE WHEN numnode(endings) = 0 THEN exact ELSE exact || ${longer} END AS wide
      FROM (SELECT ${exact} AS exact, ${endings} AS endings OFFSET 0) parts OFFSET 0) asked`
  const { hits, ...found } = rows[0] ?? { exact: '', wide: '', hits: 0 }
  return { is: 'words', ...found, cyrillic, many: hits > FEW, ...(count === 'all' ? { total: hits } : {}) }
}

const hitsOf = (words: Prisma.Sql, count: 'few' | 'all'): Prisma.Sql => {
  const enough = count === 'all' ? Prisma.empty : Prisma.sql`LIMIT ${Prisma.raw(String(FEW + 1))}`
  return Prisma.sql`SELECT FROM published.wording w WHERE w.is_current AND w.search @@ ${words} ${enough}`
}

/** `q` with the words that no published text has replaced by those that are nearest to them; null when nothing is near. */
export async function correctedWords(q: string): Promise<string | null> {
  const words = isStorable(q) ? spelledWords(q) : []
  if (words.length === 0) return null
  const near = await publicRows<KnownWord & { asked: string; askedKey: string }>`
    SELECT a.asked, a.key AS "askedKey", n.word, n.key
    FROM (SELECT asked, published.latin(coalesce((tsvector_to_array(to_tsvector('published.plain', asked)))[1], asked)) AS key
          FROM unnest(${words}::text[]) asked) a
    CROSS JOIN LATERAL (
      SELECT w.word, w.key FROM published.word w WHERE length(w.word) > 2 AND w.key OPERATOR(extensions.%) a.key
      ORDER BY extensions.similarity(w.key, a.key) DESC, w.word LIMIT 12) n
    WHERE numnode(plainto_tsquery('published.prose', a.asked)) > 0
      AND NOT EXISTS (SELECT FROM published.wording f WHERE f.is_current AND f.search @@ plainto_tsquery('published.prose', a.asked))
      AND EXISTS (SELECT FROM published.wording f WHERE f.is_current AND f.search @@ plainto_tsquery('published.prose', n.word))`
  const turned = await slipped(words)
  const others = new Map<string, string>()
  for (const asked of words) {
    const candidates = [...near, ...turned].filter((one) => one.asked === asked)
    const word = candidates[0] && nearest(candidates[0].askedKey, candidates)
    if (word && word !== asked.toLowerCase()) others.set(asked, word)
  }
  return others.size === 0 ? null : withWords(q, others)
}

/** Words that trigrams miss because they are short: one letter too many, or two in the wrong order. */
async function slipped(words: readonly string[]): Promise<(KnownWord & { asked: string; askedKey: string })[]> {
  const pairs = words.flatMap((asked) => slips(asked.toLowerCase()).map((slip) => ({ asked, slip })))
  return publicRows`
    SELECT s.asked, lower(s.asked) AS "askedKey", w.word, w.word AS key
    FROM unnest(${pairs.map(({ asked }) => asked)}::text[], ${pairs.map(({ slip }) => slip)}::text[]) AS s (asked, slip)
    JOIN published.word w ON w.word = s.slip
    WHERE numnode(plainto_tsquery('published.prose', s.asked)) > 0
      AND NOT EXISTS (SELECT FROM published.wording f WHERE f.is_current AND f.search @@ plainto_tsquery('published.prose', s.asked))
      AND EXISTS (SELECT FROM published.wording f WHERE f.is_current AND f.search @@ plainto_tsquery('published.prose', w.word))`
}
