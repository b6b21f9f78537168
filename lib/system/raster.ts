// SVG as PNG, with the fonts of the house and one for Arabic, and no others: a picture looks the same on every machine.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const fonts = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
]
const packages = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules')
let ready: Promise<Uint8Array[]> | undefined

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(await readFile(join(packages, '@resvg/resvg-wasm/index_bg.wasm')))
  return Promise.all(fonts.map((path) => readFile(join(packages, '@expo-google-fonts', path))))
}

/** The most pixels that a picture is drawn with: 24 million, some 100 MB while it is drawn. */
const most = 24_000_000

/** The drawing as PNG; `scale` times its size in pixels, less where it would be too large to draw. */
export async function pngOf(svg: string, size: { width: number; height: number }, scale = 2): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= prepare()
  const fontBuffers = await ready
  const zoom = Math.min(scale, Math.sqrt(most / (size.width * size.height)))
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3', serifFamily: 'Source Serif 4', sansSerifFamily: 'Source Sans 3' },
  })
  const image = drawing.render()
  const png = Uint8Array.from(image.asPng())
  image.free()
  drawing.free()
  return png
}
