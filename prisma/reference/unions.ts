// The unions whose acts apply to their members, by the codes of the members. Nothing here is an economy; the union EU stands beside the economy EU.

export type EconomicUnion = { code: string; name: string; members: readonly string[] }

export const unions: readonly EconomicUnion[] = [
  { code: 'EEU', name: 'Eurasian Economic Union', members: ['AM', 'BY', 'KG', 'KZ', 'RU'] },
  {
    code: 'EU',
    name: 'European Union',
    members: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  },
]
