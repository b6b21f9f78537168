// Which text can be kept. It changes none.

/** Whether PostgreSQL can keep a text: it keeps no NUL, and JSON in it no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** What somebody is told when it cannot. */
export const notStorable = 'Contains a character that cannot be kept, such as a NUL: type it anew'
