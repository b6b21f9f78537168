// What people can be told of: facts by name and number, never the text of a draft. It reads nothing and sends nothing.
import { z } from '#lib/system/zod.ts'

const on = { ref: z.string(), version: z.int(), economy: z.string() }
const by = { by: z.string() }
const planned = { deed: z.enum(['publish', 'withdraw']), when: z.string() }

/** One member per kind, with what its sentences need. */
export const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submitted'), ...on, ...by }),
  z.object({ kind: z.literal('returned'), ...on, ...by, reason: z.string() }),
  z.object({ kind: z.literal('approved'), ...on, ...by }),
  z.object({ kind: z.literal('published'), ...on, ...by }),
  z.object({ kind: z.literal('emergency'), ...on, ...by, reason: z.string() }),
  /** `field` is the name of the field that the thread is about: never what was said of it. */
  z.object({
    kind: z.literal('comment'),
    ...on,
    ...by,
    field: z.string(),
    deed: z.enum(['began', 'answered', 'settled', 'reopened']),
    mustSettle: z.boolean(),
  }),
  z.object({ kind: z.literal('review taken'), ...on, ...by, to: z.string() }),
  z.object({ kind: z.literal('review handed over'), ...on, ...by }),
  /** `to` is who sees it through from now on, told to whoever did until then; to that person themselves it is not said. */
  z.object({ kind: z.literal('assigned'), ...on, ...by, to: z.string().optional() }),
  z.object({ kind: z.literal('schedule failed'), ...on, ...planned, problem: z.string() }),
  /** `reason` is '' where somebody simply cancelled it. */
  z.object({ kind: z.literal('schedule cancelled'), ...on, ...by, ...planned, reason: z.string() }),
  z.object({ kind: z.literal('withdrawal requested'), ...on, ...by, reason: z.string(), when: z.string().nullable() }),
  /** `when` is the time for which a confirmed one is on the schedule, null of one that is over. */
  z.object({
    kind: z.literal('withdrawal decided'),
    ...on,
    ...by,
    outcome: z.enum(['declined', 'confirmed', 'withdrawn']),
    when: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('law change'),
    ...by,
    lawChange: z.int(),
    act: z.string(),
    change: z.string(),
    measures: z.array(z.string()),
  }),
  z.object({ kind: z.literal('impact answered'), ...by, impact: z.int(), ref: z.string(), economy: z.string(), act: z.string() }),
  z.object({ kind: z.literal('checks due'), texts: z.int() }),
])

export type News = z.infer<typeof news>
export type NewsKind = News['kind']
export const newsKinds = news.options.map((option) => option.shape.kind.value) as NewsKind[]
