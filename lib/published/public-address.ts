// Which addresses answer everybody alike: those of the public pages, the API, feeds and sitemaps, as the build lists them. Pure.

/** Folders of `app` that read what is published and nothing of who asks. Downloads are not here: they are written while they are read. */
const PUBLIC = /^\/(\(public\)\/|api\/v1\/|feeds\/|sitemap\.xml\/|sitemaps\/|robots\.txt\/|timemap\/|catalog\.jsonld\/)/

/** From the build's list (file → address with `[parameters]`), whether a path is one that everybody gets the same answer from. */
export function publicAddresses(routes: Record<string, string>): (path: string) => boolean {
  const patterns = Object.entries(routes)
    .filter(([file]) => PUBLIC.test(file))
    .map(([, address]) =>
      address
        .replace(/[.*+?^${}()|\\]/g, '\\$&')
        .replace(/\/\[\[\\\.\\\.\\\.[^\]]+\]\]/g, '(?:/.*)?')
        .replace(/\[\\\.\\\.\\\.[^\]]+\]/g, '.+')
        .replace(/\[[^\]]+\]/g, '[^/]+'),
    )
  const whole = new RegExp(`^(?:${patterns.join('|')})$`)
  return (path) => whole.test(path)
}

/** Whether a path is that of a preview, or of the page that says what a preview is: never kept, whoever asks. */
export const isPreview = (path: string): boolean => /^\/preview(\/[^/]*)?\/?$/.test(path)
