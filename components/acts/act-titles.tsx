// The titles of an act: the English one, and the original in its language and direction.
import { directionOf, languageName } from '#lib/acts/act.ts'

type Props = { title: string; language: string; named?: boolean; className?: string }

export function OriginalTitle({ title, language, named = false, className }: Props) {
  if (title === '') return null
  return (
    <p className={className}>
      <span lang={language || undefined} dir={directionOf(language)} className="inline-block">
        {title}
      </span>
      {named && language !== '' && <span className="ml-2 font-sans text-sm text-muted">{languageName(language)}</span>}
    </p>
  )
}
