// The four expected errors. Anything else is a bug: logged with an id, shown as an apology with that id. Nothing here logs or renders.

/** What is asked for does not exist, or the actor may not know that it does. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The actor may not do this; the message says why, in words for the person. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** Somebody changed it since the actor looked; `changed` says what, so that nothing is lost. */
export class Stale extends Error {
  override name = 'Stale'
  readonly changed: Record<string, unknown>
  constructor(message: string, changed: Record<string, unknown> = {}) {
    super(message)
    this.changed = changed
  }
}

/** One thing that is wrong: a sentence, and the path of the field that it is about (`bases.0.title`; '' for the whole). */
export type Issue = { path: string; message: string }

/** The input cannot be taken as it is; every issue is named at once. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly issues: Issue[]
  constructor(issues: Issue[]) {
    super(issues.map((issue) => issue.message).join(' '))
    this.issues = issues
  }
}
