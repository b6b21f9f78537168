// The content security policy of a page: what it may load and run. Pure.

/** Without a nonce only scripts from files of this server run; with one, those that carry it too, and what they load. */
export function contentPolicy({ nonce, development = false }: { nonce?: string; development?: boolean } = {}): string {
  return [
    `default-src 'self'`,
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`, // widgets place themselves with style attributes
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
