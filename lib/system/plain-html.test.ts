// What stays of a page when the framework is taken out, and which pages are not whole without it.
import { expect, test } from 'vitest'
import { plainHtml } from './plain-html.ts'

test('takes out the framework: scripts, hints to load them, comments, nonces', () => {
  const page = `<!DOCTYPE html><html lang="en"><head><link rel="preload" as="script" fetchPriority="low" nonce="abc" href="/_next/static/chunks/a.js"/>
<link rel="stylesheet" href="/a.css" nonce="abc"/><script src="/_next/static/chunks/b.js" async="" nonce="abc"></script><script src="/_next/c.js" noModule=""></script></head>
<body><p>One<!-- --> &lt;script&gt;two</p><!--$--><p>Three</p><!--/$--><script nonce="abc">(self.__next_f=self.__next_f||[]).push([0,"<p>not this</p>"])</script></body></html>`
  expect(plainHtml(page)).toBe(`<!DOCTYPE html><html lang="en"><head>
<link rel="stylesheet" href="/a.css"/></head>
<body><p>One &lt;script&gt;two</p><p>Three</p></body></html>`)
})

test('leaves data and scripts that are files of this server', () => {
  const page = `<script type="application/ld+json">{"name":"A \\u003c!-- B"}</script><script src="/site.js" defer=""></script>`
  expect(plainHtml(page)).toBe(page)
})

test.each([
  '<html id="__next_error__"><head></head><body></body></html>',
  '<html><body><template id="B:0"></template></body></html>',
  '<html><body><div hidden="" id="S:1"><p>Late</p></div></body></html>',
])('says that %s is not whole', (page) => expect(plainHtml(page)).toBeNull())
