// The titles of an act: the English one, and the original in its language and direction.
import { directionOf, languageName } from '#lib/acts/act.ts'

type Props = { originalTitle: string; originalLanguage: string; named?: boolean; className?: string }

export function OriginalTitle({ originalTitle, originalLanguage, named = false, className }: Props) {
  if (originalTitle === '') return null
  return (
    <p className={className}>
      <span lang={originalLanguage || undefined} dir={directionOf(originalLanguage)} className="inline-block">
        {originalTitle}
      </span>
      {named && originalLanguage !== '' && <span className="ml-2 font-sans text-sm text-muted">{languageName(originalLanguage)}</span>}
    </p>
  )
}
