// The feeds: for feed readers as links that React moves into the head (autodiscovery), and for people as words.

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

/** `of` is a folder such as `measures/KZ-0007`; `changes` the query that shows the same as a page. */
export function FollowLinks({ of: folder, changes }: { of: string; changes: string }) {
  return (
    <span className="print:hidden">
      Follow its <a href={`/changes?${changes}`}>changes</a> as <a href={`/feeds/${folder}/atom.xml`}>Atom</a> or{' '}
      <a href={`/feeds/${folder}/feed.json`}>JSON Feed</a>.
    </span>
  )
}
