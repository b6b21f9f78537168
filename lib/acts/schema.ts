// The act of a form, an import or a test: one zod schema for all of them. It reads no data.
import { isStorable, notStorable } from '#lib/system/text.ts'
import { webAddress } from '#lib/system/web-address.ts'
import { z } from '#lib/system/zod.ts'
import { legalEvent } from '#lib/timeline/legal-event.ts'
import { actKinds, isLanguageTag } from './act.ts'

const line = (length: number) =>
  z
    .string()
    .trim()
    .max(length, `At most ${length.toLocaleString('en')} characters`)
    .refine(isStorable, { error: notStorable, abort: true })

export const actEvent = legalEvent.extend({ sourceTitle: line(500).default(''), sourceUrl: webAddress.default('') })

/** An act, without its ref. It belongs to an economy or to a union: one of `economy` and `union` is a code, the other ''. */
export const actInput = z
  .object({
    economy: z.string().regex(/^([A-Z]{2})?$/, 'Choose an economy from the list'),
    union: z.string().regex(/^([A-Z]{2,8})?$/, 'Choose a union from the list'),
    title: line(2000).min(1, 'Give the English title'),
    originalTitle: line(2000).default(''),
    originalLanguage: line(35)
      .refine((tag) => tag === '' || isLanguageTag(tag), 'Not a language tag: write kk for Kazakh, ru for Russian')
      .default(''),
    number: line(100).default(''),
    kind: z.enum([...actKinds, ''], 'Choose a kind from the list').default(''),
    issuer: line(300).default(''),
    url: webAddress.default(''),
    eli: line(500)
      .refine((text) => text === '' || /(^|\/)eli\/\S+$/i.test(text), 'Not an ELI: it has /eli/ in it, such as eli/reg/2016/679/oj')
      .default(''),
    events: z.array(actEvent).max(200, 'At most 200 events').default([]),
  })
  .superRefine((act, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if ((act.economy === '') === (act.union === '')) say(['economy'], 'Choose the economy or the union whose act it is')
    if (act.originalTitle !== '' && act.originalLanguage === '') say(['originalLanguage'], 'Say in which language the original title is')
    for (const [index, event] of act.events.entries()) {
      const again = act.events.slice(0, index).some(({ kind, date }) => kind === event.kind && date === event.date)
      if (again) say(['events', index, 'date'], 'This event is told twice: remove one of them')
    }
  })

export type ActInput = z.input<typeof actInput>
export type ActFields = z.output<typeof actInput>

/** An act of which nothing is known yet. */
export const emptyAct: ActFields = {
  ...{ economy: '', union: '', title: '', originalTitle: '', originalLanguage: '', number: '', kind: '' },
  ...{ issuer: '', url: '', eli: '', events: [] },
}
