// How to cite the record and how machines read it.
export function CiteAndReuse() {
  return (
    <section aria-labelledby="cite" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="cite" className="mb-4 text-2xl font-semibold">
        Cite and reuse
      </h2>
      <div className="reading grid max-w-[64rem] gap-x-16 gap-y-6 sm:grid-cols-2">
        <p>
          Each published version of a measure has a permanent address that always shows that version. Cite that one: the page of every
          measure gives the sentence to copy, with its day and its digest.
        </p>
        <p>
          Everything here is also data, without asking: a <a href="/developers">JSON API</a>, any list as CSV, XLSX or JSON Lines from its
          page, and <a href="/downloads/as-amended.zip">all measures with all their versions</a> as one package of CSV files with a
          description of every column.
        </p>
      </div>
    </section>
  )
}
