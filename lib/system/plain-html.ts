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
