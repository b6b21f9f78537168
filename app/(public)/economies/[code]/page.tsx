// An economy: its profile, and its current measures in the order of the taxonomy, a bounded number to a page.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { readProfile } from '#app/(public)/pictures/economy.ts'
import { ClockNotice, OtherDay } from '#components/measures/clock-notice.tsx'
import { contentsOf, groupByPillar, MeasureGroups } from '#components/measures/measure-groups.tsx'
import { withCard } from '#components/pictures/card-metadata.ts'
import { EconomyProfile } from '#components/pictures/economy-profile.tsx'
import { ContentsList } from '#components/site/contents-list.tsx'
import { FeedLinks, FollowLinks } from '#components/site/feed-links.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { clocksOf, filterOf, measuresPath } from '#lib/published/filters.ts'
import { findMeasures, listEconomies } from '#lib/published/queries.ts'

export const dynamic = 'force-dynamic'

const PER_PAGE = 30
const economyOf = cache(async (code: string) => (await listEconomies()).items.find((economy) => economy.code === code))

export async function generateMetadata({ params }: PageProps<'/economies/[code]'>): Promise<Metadata> {
  const economy = await economyOf((await params).code.toUpperCase())
  if (!economy) return { title: 'No such economy' }
  const description = `What the law of ${economy.name} says on each point of digital trade, on which acts it rests, and how they were amended.`
  const url = `/economies/${economy.code}`
  return {
    title: economy.name,
    description,
    alternates: { canonical: url },
    ...withCard(economy.code, { title: economy.name, description, url }),
  }
}

export default async function EconomyPage({ params, searchParams }: PageProps<'/economies/[code]'>) {
  const given = (await params).code
  const economy = await economyOf(given.toUpperCase())
  if (!economy) notFound()
  const path = `/economies/${economy.code}`
  if (given !== economy.code) permanentRedirect(path)
  const asked = await searchParams
  const { page } = filterOf({ page: asked.page }).filter
  const { clocks, problems, query } = clocksOf(asked)
  const [list, profile] = await Promise.all([
    findMeasures({ economy: [economy.code], ...clocks, page, perPage: PER_PAGE }),
    page === 1 && query === '' && economy.measures > 0 ? readProfile(economy) : null,
  ])
  if (list.items.length === 0 && page > 1) notFound()
  const groups = groupByPillar(list.items)
  return (
    <>
      <FeedLinks of={`economies/${economy.code}`} name={economy.name} />
      <PageHeading
        above={
          <Link href="/economies" prefetch={false}>
            Economies
          </Link>
        }
        title={economy.name}
      >
        <p className="text-base">
          {list.total.toLocaleString('en')} {list.total === 1 ? 'measure' : 'measures'}.{' '}
          <Link href={measuresPath({ economy: [economy.code], ...clocks })} prefetch={false} className="print:hidden">
            Search and filter them
          </Link>{' '}
          <Link href={`/compare?left=${economy.code}`} prefetch={false} className="ml-3 print:hidden">
            Compare with another
          </Link>
        </p>
        <p className="text-sm">
          <FollowLinks of={`economies/${economy.code}`} changes={`economy=${economy.code}`} />
        </p>
      </PageHeading>
      <ClockNotice clocks={clocks} today={path} />
      <OtherDay action={path} clocks={clocks} problems={problems} />
      {list.total === 0 ? (
        <p className="reading text-lg">
          {query === '' ? `No measure of ${economy.name} has been published yet.` : `No measure of ${economy.name} answers that.`}
        </p>
      ) : (
        <>
          {profile && <EconomyProfile {...profile} measures={list.total} />}
          <div className="gap-x-14 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
            <div className="mb-10 lg:mb-0">
              <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
                <ContentsList items={contentsOf(groups)} />
              </div>
            </div>
            <div className="min-w-0">
              <MeasureGroups groups={groups} clocks={clocks} />
              <Pager
                page={list.page}
                pages={Math.ceil(list.total / list.perPage)}
                href={(to) => measuresPath({ ...clocks, page: to }).replace('/measures', path)}
              />
            </div>
          </div>
        </>
      )}
    </>
  )
}
