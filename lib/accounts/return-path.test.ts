import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  ['/desk/review/KZ-0001?x=1#y', '/desk/review/KZ-0001?x=1#y'],
  [undefined, '/desk'],
  ['', '/desk'],
  ['//evil.example', '/desk'],
  ['/\\evil.example', '/desk'],
  ['/\t/evil.example', '/desk'],
  ['/desk/..//evil.example', '/desk'],
  ['/desk/../\\evil.example', '/desk'],
  ['/.//evil.example', '/desk'],
  ['/desk/%2e%2e//evil.example', '/desk'],
  ['https://evil.example/desk', '/desk'],
  ['javascript:alert(1)', '/desk'],
  [['/desk/a', '/desk/b'], '/desk/a'],
])('X4 after signing in, %o leads to %s', (from, to) => expect(returnPath(from)).toBe(to))
