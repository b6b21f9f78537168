// What stands where a preview shows nothing: the same for an address that never was one, and for one that has ended in any way.
import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'No preview here' }

export default function NoPreviewPage() {
  return (
    <>
      <h1 className="max-w-[24ch] text-3xl font-semibold sm:text-4xl">There is no preview to read at this address.</h1>
      <p className="reading mt-4 max-w-[60ch] text-lg text-muted">
        A preview shows one draft to one person. It ends on its day, when the text is published or given up, or when whoever sent it ends
        it. The address has to be whole, too: a mail program may have cut it in two.
      </p>
      <p className="reading mt-3 mb-6 max-w-[60ch] text-lg text-muted">
        Please ask whoever sent you the link for a new one, or read what is published.
      </p>
      <p className="flex flex-wrap gap-x-6">
        <Link href="/measures" prefetch={false}>
          All measures
        </Link>
        <Link href="/changes" prefetch={false}>
          What changed lately
        </Link>
      </p>
    </>
  )
}
