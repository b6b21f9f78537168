// Tells feed readers where the feeds are (autodiscovery); nothing is shown. React moves the links into the head.

/** The feeds of everything or, with a ref, of one measure. */
export function FeedLinks({ of: ref }: { of?: string }) {
  const base = ref === undefined ? '/feeds' : `/feeds/measures/${ref}`
  const title = ref === undefined ? 'All changes' : `Changes of ${ref}`
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={`${title} (Atom)`} href={`${base}/atom.xml`} />
      <link rel="alternate" type="application/feed+json" title={`${title} (JSON Feed)`} href={`${base}/feed.json`} />
    </>
  )
}
