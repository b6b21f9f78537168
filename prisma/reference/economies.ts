// The economies: every ISO 3166-1 alpha-2 code with its English name, and the European Union. What ISO does not assign is not in here.
import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { Economy } from '#lib/taxonomy/economy.ts'

countries.registerLocale(english)

/** Codes that the package lists although ISO 3166-1 does not assign them. */
const notIso = new Set(['XK'])

/** The package begins with the formal name of these; pages and readers use the short one, and the formal one stays as an alias. */
const shortNames: Record<string, string> = {
  CN: 'China',
  CZ: 'Czechia',
  CI: "Côte d'Ivoire",
  FM: 'Micronesia',
  GM: 'Gambia',
  IR: 'Iran',
  LA: 'Laos',
  MD: 'Moldova',
  MK: 'North Macedonia',
  PS: 'Palestine',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'United States',
}

/** Names that pages print and the package does not know. A name that two economies share (Congo) is nobody's. */
const furtherNames: Record<string, readonly string[]> = {
  BN: ['Brunei'],
  BO: ['Bolivia (Plurinational State of)', 'Plurinational State of Bolivia'],
  CD: ['Congo, Democratic Republic of the', 'Congo (Democratic Republic of the)', 'DR Congo'],
  CG: ['Congo, Republic of the', 'Congo (Republic of the)', 'Congo-Brazzaville'],
  CV: ['Cabo Verde'],
  FM: ['Federated States of Micronesia'],
  GB: ['United Kingdom of Great Britain and Northern Ireland'],
  HK: ['Hong Kong SAR', 'Hong Kong, China', 'Hong Kong SAR, China'],
  IR: ['Iran, Islamic Republic of', 'Iran (Islamic Republic of)'],
  KG: ['Kyrgyz Republic'],
  KP: ["Democratic People's Republic of Korea", "Korea, Democratic People's Republic of"],
  KR: ['Korea', 'Korea (Republic of)'],
  LA: ['Lao PDR'],
  MD: ['Republic of Moldova'],
  MO: ['Macau', 'Macao SAR', 'Macao, China'],
  ST: ['São Tomé and Príncipe'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkiye'],
  TW: ['Chinese Taipei', 'Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu'],
  VA: ['Holy See', 'Vatican City'],
  VE: ['Venezuela (Bolivarian Republic of)', 'Bolivarian Republic of Venezuela'],
  VN: ['Viet Nam'],
}

const all = countries.getNames('en', { select: 'all' })
const codes = Object.keys(all)
  .filter((code) => !notIso.has(code))
  .sort()
const shared = (name: string) => codes.filter((code) => all[code]?.includes(name)).length > 1

/** All economies, in the order of their codes. */
export const economies: readonly Economy[] = [
  ...codes.map((code) => {
    const known = all[code] ?? []
    const name = shortNames[code] ?? known[0] ?? code
    const aliases = [...known.filter((one) => one !== name && !shared(one)), ...(furtherNames[code] ?? [])]
    return { code, name, aliases }
  }),
  { code: 'EU', name: 'European Union', aliases: ['EU', 'European Union (EU)'] },
].sort((a, b) => (a.code < b.code ? -1 : 1))
