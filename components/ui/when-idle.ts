// What can wait until a page is drawn and nobody types or clicks.

const LATEST = 1000

/** Calls back when the page has nothing else to do, after a second at the latest. Returns the way to stop. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 1)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: LATEST })
  return () => cancelIdleCallback(asked)
}
