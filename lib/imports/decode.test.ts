import { describe, expect, test } from 'vitest'
import { decode, mostBytes } from './decode.ts'

const text = 'Закон № 94-V\nlast “amended” 😀\r\nend'
const utf16 = (order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16('le')],
    ['UTF-16, high byte first', utf16('be')],
    ['a view into a larger buffer', new Uint8Array(Buffer.concat([Buffer.from('\0\xff'), Buffer.from(text)])).subarray(3)],
  ])('in %s is read as it is', (_, bytes) => expect(decode(bytes)).toEqual({ text, problem: null }))

  test('may contain a replacement character of its own', () => expect(decode(Buffer.from('a\ufffdb')).text).toBe('a\ufffdb'))
  test('may be empty', () => expect(decode(new Uint8Array())).toEqual({ text: '', problem: null }))
})

describe('what is not text', () => {
  const windows1251 = Buffer.concat([
    Buffer.from('first\r\nsecond \ufffd\n'),
    Buffer.from([0xc7, 0xe0, 0xea, 0xee, 0xed]),
    Buffer.from('\nfourth'),
  ])
  test.each([
    ['Windows-1251', windows1251, 3, /not UTF-8\. Save it as UTF-8/],
    ['a character cut off at the end', Buffer.from('a\nб').subarray(0, 3), 2, /not UTF-8/],
    ['a character cut off by a line end', Buffer.from([0x61, 0x0a, 0xe2, 0x80, 0x0a, 0x62]), 2, /not UTF-8/],
    ['UTF-8 with a mark, then not', Buffer.concat([Buffer.from('\ufeffa\n'), Buffer.from([0xff])]), 2, /not UTF-8/],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0, 0xd8, 0x61, 0]), 2, /not UTF-16/],
    ['UTF-16 without its mark', Buffer.from('a\nb', 'utf16le'), 1, /not a text file/],
    ['a NUL', Buffer.from('a\r\nb\rc\n\0'), 4, /not a text file/],
    ['a file too large', new Uint8Array(mostBytes + 1), 1, /larger than 52,428,800 bytes/],
  ])('is refused with its line: %s', (_, bytes, line, message) => {
    expect(decode(bytes)).toEqual({ text: null, problem: { line, lastLine: line, message: expect.stringMatching(message) } })
  })

  test('a file of the largest size is read', () => expect(decode(new Uint8Array(mostBytes).fill(32)).text).toHaveLength(mostBytes))
})
