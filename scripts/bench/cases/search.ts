// Text search as JSON, of words that many and few texts have.
import type { Case } from '../case.ts'
import { keptAndFirst } from '../program.ts'
import { postgresAlone } from '../rivals/postgres.ts'

/** Two words of the texts and a number: thousands of different questions, none of which a cache has seen often. */
const questions = Array.from({ length: 4000 }, (_, n) => {
  const words = [
    'personal data',
    'source code',
    'payment records',
    'cryptographic equipment',
    'tax invoices',
    'health records',
    'domain names',
  ]
  return `${words[n % words.length]} ${100 + (n % 800)}`
})

export default {
  name: 'search',
  about: 'GET /api/v1/measures?q=…, 20 of them with the total',
  run: async (stage) => {
    const paths = questions.map((q) => `/api/v1/measures?q=${encodeURIComponent(q)}`)
    const work = `\\set w random(1, 7)
\\set n random(100, 899)
SELECT v.* FROM published.version v JOIN published.wording w USING (ref, number), websearch_to_tsquery('published.prose', (ARRAY['personal data','source code','payment records',
  'cryptographic equipment','tax invoices','health records','domain names'])[:w::int] || ' ' || :n::text) q
  WHERE w.is_current AND w.search @@ q ORDER BY ts_rank_cd(w.search, q) DESC, v.ref LIMIT 20;
`
    return {
      lines: await stage.compare([...keptAndFirst(stage, paths), () => postgresAlone(stage, work)]),
    }
  },
} satisfies Case
