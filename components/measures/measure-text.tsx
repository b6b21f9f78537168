// The text of a measure, published or proposed: statements and titles, timelines, description, coverage, sources.

import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { TimelineDrawing } from '#components/timeline/timeline-drawing.tsx'
import { Prose } from '#components/ui/prose.tsx'
import type { MeasureText as Text } from '#lib/published/schema.ts'
import { MeasureBases } from './measure-heading.tsx'
import { MeasureSection } from './measure-section.tsx'

type Props = {
  measure: Text
  /** Keeps the anchors of several texts on one page apart. */
  id?: string
  headingLevel?: 2 | 3
  /** The ISO day on which the state is told; without it the timelines are not drawn. */
  today?: string
  /** `today` is another day, whose state is told instead. */
  named?: boolean
  /** Where acts are read: the public's pages, or the desk's for a text that is not published. */
  actsAt?: '/acts' | '/desk/acts'
  /** What the files of the timelines are called, where the text is one that has some. */
  files?: string
}

export function MeasureText({ measure, id = 'text', headingLevel = 2, today, named = false, actsAt = '/acts', files }: Props) {
  const { bases, description, coverage, sources } = measure
  return (
    <>
      <MeasureBases measure={measure} actsAt={actsAt} />
      {today && bases.some(({ events }) => events.length > 0) && (
        <MeasureSection level={headingLevel} id="timeline" title={bases.length > 1 ? 'Timelines' : 'Timeline'}>
          <TimelineDrawing bases={bases} today={today} named={named} />
          {files && <PictureDownloads name={files} />}
        </MeasureSection>
      )}
      <MeasureSection level={headingLevel} id="description" title="Description">
        {description ? (
          <Prose markdown={description} id={id} topLevel={headingLevel === 2 ? 3 : 4} className="max-w-[66ch] text-[1.125rem]" />
        ) : (
          <p className="text-muted">Not written yet.</p>
        )}
      </MeasureSection>
      {coverage && (
        <MeasureSection level={headingLevel} id="coverage" title="Coverage">
          <p className="reading">{coverage}</p>
        </MeasureSection>
      )}
      {sources.length > 0 && (
        <MeasureSection level={headingLevel} id="sources" title="Sources">
          <ol className="reading list-decimal space-y-2 pl-6 leading-snug wrap-anywhere">
            {sources.map(({ title, url }) => (
              <li key={`${title} ${url}`}>
                {url ? (
                  <a href={url} rel="nofollow noopener" data-address="">
                    {title || url}
                  </a>
                ) : (
                  title
                )}
                {url && title && <span className="ml-2 font-sans text-sm text-muted print:hidden">{hostOf(url)}</span>}
              </li>
            ))}
          </ol>
        </MeasureSection>
      )}
    </>
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '')
