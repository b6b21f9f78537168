// How the signed-in person wants their news by e-mail: kind by kind, and the hour of the daily one.
import Link from 'next/link'
import { PreferencesForm } from '#components/notifications/preferences-form.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { canMail } from '#lib/notifications/deliver.ts'
import { newsKinds } from '#lib/notifications/news.ts'
import { kinds, paceNames, paceOf, paces } from '#lib/notifications/preferences.ts'
import { choicesOf } from '#lib/notifications/queries.ts'
import { zones } from '#lib/review/local-time.ts'
import { savePreferences } from '../actions.ts'

export const metadata = { title: 'E-mail preferences' }

export default async function PreferencesPage({ searchParams }: PageProps<'/desk/notifications/preferences'>) {
  const actor = await requireActor('/desk/notifications/preferences')
  const { preferences, timeZone, digestHour } = await choicesOf(actor)
  const saved = (await searchParams).saved === '1'
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/notifications">Notifications</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">E-mail preferences</h1>
      <p className="mt-2 max-w-2xl text-muted">
        In the desk you have all of your notifications. This is about which of them are sent to {actor.email} as well.
      </p>
      {saved && (
        <Banner tone="good" role="status" className="mt-4 max-w-2xl">
          Saved.
        </Banner>
      )}
      {!canMail() && (
        <Banner tone="warn" className="mt-4 max-w-2xl">
          At present this server sends no e-mail. What you choose here counts as soon as it does.
        </Banner>
      )}
      <PreferencesForm
        action={savePreferences}
        rows={newsKinds.map((kind) => ({ kind, name: kinds[kind].name, pace: paceOf(kind, preferences) }))}
        paces={paces.map((pace) => ({ pace, name: paceNames[pace] }))}
        timeZone={timeZone}
        digestHour={digestHour}
        zones={zones()}
      />
    </>
  )
}
