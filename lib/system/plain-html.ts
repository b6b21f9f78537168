// A public page as its readers get it: the document alone, without what a framework would need to take it over in the browser. Pure.

/** Comments, scripts of the framework and hints to load them, and nonces; data (JSON-LD) and scripts of our own stay. */
const FRAMEWORK = [
  /<!--[\s\S]*?-->/g,
  /<script(?![^>]*\btype="application\/ld\+json")(?![^>]*\bsrc="\/(?!_next\/))[^>]*>[\s\S]*?<\/script>/g,
  /<link(?=[^>]*\bas="script")[^>]*\/?>/g,
  / nonce="[^"]*"/g,
]

/**
 * The document without the framework. It must be whole as it stands: null when it is the shell of a page that only a script would
 * draw, or when parts of it wait in a hidden place for a script to move them.
 */
export function plainHtml(html: string): string | null {
  if (/<html[^>]*\bid="__next_error__"/.test(html) || /<template id="[BP]:|<div hidden="" id="S:/.test(html)) return null
  return FRAMEWORK.reduce((text, part) => text.replace(part, ''), html)
}

/** The page of a fault of ours, from the shell of a page that only a script would draw: with its style and the number under which it is logged. */
export function apology(shell: string): string {
  const styles =
    shell
      .match(/<link rel="stylesheet"[^>]*>/g)
      ?.join('')
      .replaceAll(/ nonce="[^"]*"/g, '') ?? ''
  const digest = shell.match(/(?:data-dgst="|\\?"digest\\?":\\?")(\w+)/)?.[1]
  const number = digest ? `this number: <strong class="ref text-ink">${digest}</strong>` : 'what you asked for'
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="robots" content="noindex"/><title>Something went wrong · As Amended</title>${styles}</head><body><main class="page py-16">
<h1 class="text-3xl font-semibold">Something went wrong on our side.</h1>
<p class="reading mt-4 max-w-[60ch] text-lg text-muted">Nothing published has changed. Please try again; if it happens again, tell us ${number}.</p>
<p class="mt-6"><a href="/">Front page</a></p></main></body></html>`
}
