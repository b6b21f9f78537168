import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pngOf } from './raster.ts'

/** Width, height and the bytes of the pixels of a PNG that is neither interlaced nor of a palette. */
function opened(png: Uint8Array) {
  const view = Buffer.from(png)
  expect(view.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const data: Buffer[] = []
  for (let at = 8; at < view.length; ) {
    const length = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(view.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20), pixels: inflateSync(Buffer.concat(data)) }
}
const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#ffffff"/>${inside}</svg>`
const text = (words: string) => drawing(`<text x="10" y="40" font-size="30" font-family="Source Serif 4">${words}</text>`)

test('a drawing becomes an image of its size, with its colours', async () => {
  const { width, height, pixels } = opened(
    await pngOf(drawing('<rect width="200" height="60" fill="#7c2a1e"/>'), { width: 200, height: 60 }),
  )
  expect({ width, height }).toEqual({ width: 400, height: 120 })
  expect([...pixels.subarray(1, 4)]).toEqual([0x7c, 0x2a, 0x1e])
})

test.each(['Law', 'Закон', 'Ελλάς', 'قانون'])('%s is written in letters', async (words) => {
  const [empty, missing, drawn] = await Promise.all(
    [drawing(''), text('\ue000'.repeat(words.length)), text(words)].map(
      async (svg) => opened(await pngOf(svg, { width: 200, height: 60 })).pixels,
    ),
  )
  expect(drawn?.equals(empty as Buffer)).toBe(false)
  expect(drawn?.equals(missing as Buffer)).toBe(false)
  expect(deflateSync(drawn as Buffer).length).toBeGreaterThan(deflateSync(empty as Buffer).length)
})

test('what is too large to draw is drawn smaller', async () => {
  const { width, height } = opened(await pngOf(drawing(''), { width: 200, height: 60 }, 100))
  expect(width * height).toBeLessThanOrEqual(24_100_000)
}, 20_000)
