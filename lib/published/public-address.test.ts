// The addresses that everybody gets the same answer from, and those that nobody's answer may be kept of.
import { expect, test } from 'vitest'
import { publicAddresses } from './public-address.ts'

const isPublic = publicAddresses({
  '/(public)/page': '/',
  '/(public)/measures/[ref]/page': '/measures/[ref]',
  '/(public)/measures/[ref]/versions/[n]/citation.bib/route': '/measures/[ref]/versions/[n]/citation.bib',
  '/api/v1/measures/[ref]/route': '/api/v1/measures/[ref]',
  '/api/auth/[...nextauth]/route': '/api/auth/[...nextauth]',
  '/api/health/route': '/api/health',
  '/desk/page': '/desk',
  '/desk/measures/[ref]/page': '/desk/measures/[ref]',
  '/downloads/measures.csv/route': '/downloads/measures.csv',
  '/preview/[token]/page': '/preview/[token]',
  '/sign-in/page': '/sign-in',
  '/sitemap.xml/route': '/sitemap.xml',
  '/feeds/[...rest]/route': '/feeds/[...rest]',
  '/timemap/measures/[ref]/route': '/timemap/measures/[ref]',
  '/timegate/measures/[ref]/route': '/timegate/measures/[ref]',
  '/catalog.jsonld/route': '/catalog.jsonld',
})

test.each([
  '/',
  '/measures/KZ-0001',
  '/measures/KZ-0001/versions/2/citation.bib',
  '/api/v1/measures/KZ-0001',
  '/sitemap.xml',
  '/feeds/a/b',
  '/timemap/measures/KZ-0001',
  '/catalog.jsonld',
])('%s is', (path) => expect(isPublic(path)).toBe(true))

test.each([
  '/desk',
  '/desk/measures/KZ-0001',
  '/sign-in',
  '/api/auth/session',
  '/api/health',
  '/downloads/measures.csv',
  '/preview/abc',
  '/timegate/measures/KZ-0001',
  '/measures/KZ-0001/versions/2/citationxbib',
  '/measures/KZ-0001/edit',
  '/measures/',
  '//desk',
  '',
])('L1 %j is not', (path) => expect(isPublic(path)).toBe(false))
