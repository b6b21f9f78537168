// What came of several operations that were asked for together: how many were done, and a sentence for each.
import { Banner } from '#components/ui/banner.tsx'

export type SeveralAnswer = { message: string; results: { ref: string; done: boolean; message: string }[] }

export function ItemResults({ answer: { message, results } }: { answer: SeveralAnswer }) {
  return (
    <Banner tone={results.every(({ done }) => done) && results.length > 0 ? 'good' : 'bad'} role="alert" className="mt-4 mb-6">
      <p className="font-semibold">{message}</p>
      <ul className="list-disc pl-5 text-ink">
        {results.map(({ ref, message }) => (
          <li key={ref}>{message}</li>
        ))}
      </ul>
    </Banner>
  )
}
