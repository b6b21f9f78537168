// The world at the end of a year: how many measures each economy had in force, or had published here. The table has what the map is too small for.
import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { readMap } from '#app/(public)/pictures/map.ts'
import { Drawn } from '#components/pictures/drawn.tsx'
import { Legend } from '#components/pictures/legend.tsx'
import { MapForm } from '#components/pictures/map-form.tsx'
import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { YearSteps } from '#components/pictures/year-steps.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { mapPath, yearsOf } from '#lib/pictures/map.ts'
import { mapInPage } from '#lib/pictures/map-drawing.ts'

export const dynamic = 'force-dynamic'

const mapOnce = cache((clock?: string, year?: string, region?: string) => readMap({ clock, year, region }))
const read = async (searchParams: PageProps<'/map'>['searchParams']) => {
  const { clock, year, region } = await searchParams
  return mapOnce([clock].flat()[0], [year].flat()[0], [region].flat()[0])
}

export async function generateMetadata({ searchParams }: PageProps<'/map'>): Promise<Metadata> {
  const { map, today } = await read(searchParams)
  return {
    title: `Map: ${map.title}`,
    description: 'How many measures each economy of the world had in force at the end of each year, or had published here.',
    alternates: { canonical: mapPath(map.asked, today) },
  }
}

export default async function MapPage({ searchParams }: PageProps<'/map'>) {
  const { map, today, first } = await read(searchParams)
  const { asked, economies } = map
  const years = yearsOf(asked.clock, today, first)
  const union = economies.find(({ economy }) => economy === 'EU')
  const law = asked.clock === 'law'
  const others = [
    ...(asked.region === undefined ? [] : ['another region']),
    ...(years.some((year) => year > asked.year) ? ['a later year'] : []),
  ]
  return (
    <>
      <div data-follows="heading">
        <PageHeading title={map.title}>
          <p>
            {map.measures.toLocaleString('en')} {map.measures === 1 ? 'measure' : 'measures'} in {economies.length}{' '}
            {economies.length === 1 ? 'economy' : 'economies'}
            {law && ', in force or, where the dates leave it open, possibly so'}.
          </p>
        </PageHeading>
        <MapForm asked={asked} years={years} />
      </div>
      <YearSteps years={years} year={asked.year} href={(year) => mapPath({ ...asked, year }, today)} />
      <div data-follows="picture">
        <figure className="mt-6 break-inside-avoid">
          <Drawn markup={mapInPage(map)} />
          <figcaption className="mt-3">
            <Legend steps={map.steps} title="Measures" none="none" />
            <p className="mt-2 text-sm text-muted">
              A circle stands for a territory too small to be seen.{' '}
              {asked.region !== undefined && 'Outlines without a shade lie outside the region. '}
              {union && `Those of the European Union (${union.measures}) are in the table only. `}
              Equal Earth projection: areas are true. Outlines are Natural Earth’s and say nothing of the status of a territory.
            </p>
          </figcaption>
        </figure>
        <section aria-labelledby="table" className="mt-10">
          <h2 id="table" className="mb-3 border-t border-rule-strong pt-5 text-2xl font-semibold">
            The same as a table
          </h2>
          {economies.length === 0 ? (
            <p className="text-muted">
              No measure {asked.region === undefined ? 'then' : 'of this region then'}.{' '}
              {others.length > 0 && `Choose ${others.join(' or ')}.`}
            </p>
          ) : (
            <table className="w-full max-w-2xl text-left tabular-nums">
              <caption className="sr-only">{map.title}, by economy</caption>
              <thead className="text-sm text-muted">
                <tr>
                  <th scope="col" className="border-b border-rule-strong py-1 font-normal">
                    Economy
                  </th>
                  <th scope="col" className="border-b border-rule-strong py-1 text-right font-normal">
                    Measures
                  </th>
                  {law && (
                    <th scope="col" className="border-b border-rule-strong py-1 text-right font-normal">
                      Certainly in force
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {economies.map(({ economy, name, measures, certain, href }) => (
                  <tr key={economy}>
                    <th scope="row" className="border-b border-rule py-1 font-normal">
                      <Link href={`/economies/${economy}`} prefetch={false}>
                        {name}
                      </Link>
                    </th>
                    <td className="border-b border-rule py-1 text-right">
                      <Link href={href} prefetch={false}>
                        {measures}
                      </Link>
                    </td>
                    {law && <td className="border-b border-rule py-1 text-right">{certain}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <PictureDownloads name="map" query={mapPath(asked, today, '')} />
        </section>
      </div>
    </>
  )
}
