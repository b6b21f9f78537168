// Where to go after signing in: a path of this site and never another one. It reads nothing.

/** `from` when it is a path of this site, else the desk. `//host`, `/\host` and addresses with a scheme lead elsewhere and are refused. */
export function returnPath(from: string | string[] | undefined): string {
  const asked = Array.isArray(from) ? from[0] : from
  if (!asked?.startsWith('/')) return '/desk'
  const here = 'http://here.invalid'
  if (!URL.canParse(asked, here)) return '/desk'
  const url = new URL(asked, here)
  const path = `${url.pathname}${url.search}${url.hash}`
  // `/desk/..//host` is of this site, and what is left of it after `..` is not.
  return url.origin === here && !path.startsWith('//') ? path : '/desk'
}
