// Markup that lib/pictures has written, in its place in the page.
import type { Markup } from '#lib/pictures/markup.ts'

export function Drawn({ markup, className }: { markup: Markup; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only lib/pictures/markup.ts makes Markup, and it escapes every text
  return <div className={className} dangerouslySetInnerHTML={{ __html: markup.text }} />
}
