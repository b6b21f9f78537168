// What somebody reads who asks for what is not there: the same whether it never was or is not public.
import Link from 'next/link'
import { SearchForm } from './search-form.tsx'

export function NothingHere() {
  return (
    <>
      <h1 className="max-w-[24ch] text-3xl font-semibold sm:text-4xl">There is nothing published at this address.</h1>
      <p className="reading mt-4 mb-6 max-w-[60ch] text-lg text-muted">
        A measure’s address ends in its ref, such as KZ-0007; an economy’s in two letters, such as KZ; a pillar’s in a number. The addresses
        of published versions never change, so a misprint is likely. Search for it:
      </p>
      <SearchForm id="search" />
      <p className="mt-6 flex flex-wrap gap-x-6">
        <Link href="/measures">All measures</Link>
        <Link href="/economies">Economies</Link>
        <Link href="/pillars">Pillars</Link>
      </p>
    </>
  )
}
