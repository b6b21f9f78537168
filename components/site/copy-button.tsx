// Copies a text to the clipboard and says so; hidden until public/site.js can do it, so that nobody meets a dead button.
import { buttonClass } from '#components/ui/button.tsx'

export function CopyButton({ text, what }: { text: string; what: string }) {
  return (
    <span hidden className="inline-flex items-center gap-2 text-sm print:hidden [&[hidden]]:hidden">
      <button type="button" data-copy={text} className={buttonClass('plain', true)}>
        Copy {what}
      </button>
      <span role="status" className="text-good" />
    </span>
  )
}
