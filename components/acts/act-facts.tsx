// What is known of an act besides its titles and events: kind, number, issuer, where its text is.
import type { PublishedAct } from '#lib/published/act-queries.ts'

type Props = { act: Pick<PublishedAct, 'kind' | 'number' | 'issuer' | 'url' | 'eli'> }

export function ActFacts({ act: { kind, number, issuer, url, eli } }: Props) {
  const address = /^https?:\/\//.test(eli) ? eli : ''
  const facts = [
    { name: 'Kind', value: kind && kind.charAt(0).toUpperCase() + kind.slice(1) },
    { name: 'Number', value: number },
    { name: 'Issued by', value: issuer },
    { name: 'Text', value: url, href: url },
    { name: 'ELI', value: eli, href: address },
  ].filter(({ value }) => value !== '')
  if (facts.length === 0) return null
  return (
    <dl className="mt-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-[0.9375rem]">
      {facts.map(({ name, value, href }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">
            {href ? (
              <a href={href} rel="nofollow noopener">
                {value}
              </a>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
