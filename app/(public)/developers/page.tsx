// How machines read the record: the ways in, what every answer has in common, and each operation of the API from its own description.
import type { Metadata } from 'next'
import { ApiOperation, type Operation } from '#components/site/api-operation.tsx'
import { ContentsList } from '#components/site/contents-list.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import type { Schema } from '#components/site/schema-tree.tsx'
import { listActs } from '#lib/published/act-queries.ts'
import { measureFilter } from '#lib/published/filters.ts'
import { openApiDocument } from '#lib/published/openapi.ts'
import { findMeasures } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'For developers',
  description: 'The JSON API, feeds and downloads of the record: every operation, every parameter, every answer.',
  alternates: { canonical: '/developers' },
}

export default async function DevelopersPage() {
  const [measures, acts] = await Promise.all([findMeasures(measureFilter.parse({ perPage: 1 })), listActs({ perPage: 1 })])
  const { paths = {}, components } = openApiDocument(env.baseUrl)
  const schemas = (components?.schemas ?? {}) as Record<string, Schema>
  const refs: Record<string, string> = { measures: measures.items[0]?.ref ?? 'KZ-0001', acts: acts.items[0]?.ref ?? 'ACT-0001' }
  const operations = Object.entries(paths).map(([path, { get }]) => {
    const example = path.replace('{ref}', refs[path.split('/')[3] ?? ''] ?? '').replace('{number}', '1')
    return { path, example, operation: get as unknown as Operation }
  })
  const limit = env.apiRateLimit
  const downloads = env.downloadRateLimit
  return (
    <>
      <PageHeading title="For developers">
        <p>
          Everything published here is JSON too, without a key. This page is made from the{' '}
          <a href="/api/v1/openapi.json">OpenAPI 3.1 description</a>, from which clients can be generated.
        </p>
      </PageHeading>
      <div className="gap-x-14 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <div className="mb-10 lg:mb-0">
          <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <ContentsList
              items={[
                { id: 'every-answer', name: 'Every answer' },
                ...operations.map(({ path, operation }) => ({ id: operation.operationId, name: path.replace('/api/v1', '') })),
              ]}
            />
          </div>
        </div>
        <div className="min-w-0">
          <section aria-labelledby="every-answer" className="mb-12">
            <h2 id="every-answer" className="border-b-2 border-ink pb-1.5 font-sans text-lg font-semibold">
              Every answer
            </h2>
            <dl className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-[9rem_minmax(0,1fr)] [&_dt]:font-semibold">
              <dt>Pages</dt>
              <dd>
                Lists turn with <code>page</code> and <code>perPage</code>. To read everything, begin with <code>cursor=*</code> and follow{' '}
                <code>links.next</code>, or the <code>Link</code> header: nothing is missed or met twice, whatever is published meanwhile.
              </dd>
              <dt>Caching</dt>
              <dd>
                Each answer has a strong <code>ETag</code>. Sent back as <code>If-None-Match</code> it costs 304 and no bytes while nothing
                has changed.
              </dd>
              <dt>Limits</dt>
              <dd>
                {limit === 0 ? 'Requests have no limit on this server' : `${limit.toLocaleString('en')} requests a minute for each reader`}
                {downloads > 0 && `, and beside them ${downloads.toLocaleString('en')} downloads`}. The fields <code>RateLimit</code> and{' '}
                <code>RateLimit-Policy</code> say what is left; beyond it is 429 with <code>Retry-After</code>.
              </dd>
              <dt>Errors</dt>
              <dd>
                <code>application/problem+json</code> (RFC 9457): <code>detail</code> is a sentence for a person, <code>errors</code> names
                each parameter that is not understood.
              </dd>
              <dt>Downloads</dt>
              <dd>
                <a href="/downloads/as-amended.zip">All measures with all their versions</a> is a Frictionless data package. Any list of
                measures is a file at <a href="/downloads/measures.csv">measures.csv</a>, <a href="/downloads/measures.xlsx">.xlsx</a> or{' '}
                <a href="/downloads/measures.jsonl">.jsonl</a> with the parameters of the list. <a href="/catalog.jsonld">The catalogue</a>{' '}
                says so in DCAT.
              </dd>
              <dt>Feeds</dt>
              <dd>
                All changes as <a href="/feeds/atom.xml">Atom</a> and <a href="/feeds/feed.json">JSON Feed</a>; those of an economy, a
                pillar, an act or a measure at <code>/feeds/economies/KZ/atom.xml</code> and so on. A page names its feeds.
              </dd>
              <dt>Browsers</dt>
              <dd>Any origin may read everything here (CORS).</dd>
            </dl>
          </section>
          {operations.map((one) => (
            <ApiOperation key={one.path} base={env.baseUrl} {...one} schemas={schemas} />
          ))}
        </div>
      </div>
    </>
  )
}
