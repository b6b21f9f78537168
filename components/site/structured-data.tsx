// What search engines are told, as data in the page; it is never run.
import { scriptJson } from '#lib/exports/structured-data.ts'

export function StructuredData({ data }: { data: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without `<`; React would escape its quotes as text
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
}
