// The regions of the world and the economies in them, by the standard of the United Nations (M49); Taiwan, which M49 does not list, stands in Eastern Asia.
import type { Region } from '#lib/taxonomy/region.ts'

const within = (code: string, name: string, part: string, economies: string): Region => ({
  code,
  name,
  part,
  economies: economies.split(' '),
})

/** The sub-regions of M49, in the order in which the standard lists them. The European Union is no territory of M49: it stands in Europe. */
export const subRegions: readonly Region[] = [
  within('015', 'Northern Africa', '002', 'DZ EG EH LY MA SD TN'),
  within(
    '202',
    'Sub-Saharan Africa',
    '002',
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW',
  ),
  within('021', 'Northern America', '019', 'BM CA GL PM US'),
  within(
    '419',
    'Latin America and the Caribbean',
    '019',
    'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  ),
  within('143', 'Central Asia', '142', 'KG KZ TJ TM UZ'),
  within('030', 'Eastern Asia', '142', 'CN HK JP KP KR MN MO TW'),
  within('035', 'South-eastern Asia', '142', 'BN ID KH LA MM MY PH SG TH TL VN'),
  within('034', 'Southern Asia', '142', 'AF BD BT IN IR LK MV NP PK'),
  within('145', 'Western Asia', '142', 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE'),
  within('151', 'Eastern Europe', '150', 'BG BY CZ HU MD PL RO RU SK UA'),
  within('154', 'Northern Europe', '150', 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ'),
  within('039', 'Southern Europe', '150', 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA'),
  within('155', 'Western Europe', '150', 'AT BE CH DE FR LI LU MC NL'),
  within('053', 'Australia and New Zealand', '009', 'AU CC CX HM NF NZ'),
  within('054', 'Melanesia', '009', 'FJ NC PG SB VU'),
  within('057', 'Micronesia', '009', 'FM GU KI MH MP NR PW UM'),
  within('061', 'Polynesia', '009', 'AS CK NU PF PN TK TO TV WF WS'),
]

/** The parts of the world of M49 that the sub-regions make up. */
const parts: readonly { code: string; name: string; also: string[] }[] = [
  { code: '002', name: 'Africa', also: [] },
  { code: '019', name: 'Americas', also: [] },
  { code: '142', name: 'Asia', also: [] },
  { code: '150', name: 'Europe', also: ['EU'] },
  { code: '009', name: 'Oceania', also: [] },
  { code: '010', name: 'Antarctica', also: ['AQ'] },
]

/** Each part of the world, followed by its sub-regions. */
export const regions: readonly Region[] = parts.flatMap(({ code, name, also }) => {
  const its = subRegions.filter(({ part }) => part === code)
  return [{ code, name, part: null, economies: [...its.flatMap(({ economies }) => economies), ...also].sort() }, ...its]
})
