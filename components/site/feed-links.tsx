// Tells feed readers where the feeds are (autodiscovery); nothing is shown. React moves the links into the head.

/** The feeds of everything or, with a folder such as `measures/KZ-0007`, of one economy, pillar, act or measure. */
export function FeedLinks({ of: folder, name = folder }: { of?: string; name?: string | undefined }) {
  const base = folder === undefined ? '/feeds' : `/feeds/${folder}`
  const title = name === undefined ? 'All changes' : `Changes of ${name}`
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={`${title} (Atom)`} href={`${base}/atom.xml`} />
      <link rel="alternate" type="application/feed+json" title={`${title} (JSON Feed)`} href={`${base}/feed.json`} />
    </>
  )
}
