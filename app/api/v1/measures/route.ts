// GET /api/v1/measures: the list, filtered and paged.
import { withFields } from '#lib/exports/representation.ts'
import { facetsFor } from '#lib/published/browse-queries.ts'
import { filterOf } from '#lib/published/filters.ts'
import { findMeasures } from '#lib/published/queries.ts'
import { correctedWords } from '#lib/published/search-queries.ts'
import { answer, askedFields, notUnderstood, wrongOf } from '../answer.ts'
import { pageOf, walkOf } from '../paging.ts'

export const GET = (request: Request) =>
  answer(request, async () => {
    const params = new URL(request.url).searchParams
    const { filter, problems } = filterOf(params)
    const { fields, wrong } = askedFields(request)
    const { walk, wrong: lost } = walkOf('measures', params)
    const errors = [...wrongOf(problems), ...wrong, ...lost]
    if (errors.length > 0) return notUnderstood(errors)
    const [{ items, total, perPage, page }, facets] = await Promise.all([
      findMeasures(filter, walk ? (walk.after ?? '') : undefined),
      params.get('facets') === 'true' ? facetsFor(filter) : undefined,
    ])
    // A walk ends with a page that is not full: one more question at most, and no count that a publication could change.
    const more = walk ? items.length === perPage : page * perPage < total
    const instead = total === 0 && filter.q ? await correctedWords(filter.q) : null
    return {
      items: items.map((item) => withFields(item, fields && [...fields, 'inForce'])),
      total,
      perPage,
      ...(instead === null ? {} : { instead }),
      ...(facets ? { facets } : {}),
      ...pageOf('measures', request, walk, { page, more, last: items.at(-1)?.ref }),
    }
  })
export { preflight as OPTIONS } from '../answer.ts'
