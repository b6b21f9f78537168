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
          Everything here is also JSON. The <a href="/api/v1/openapi.json">description of the API</a> is an OpenAPI document; start with{' '}
          <a href="/api/v1/measures">all measures</a>, <a href="/api/v1/economies">economies</a> or <a href="/api/v1/pillars">pillars</a>.
        </p>
      </div>
    </section>
  )
}
