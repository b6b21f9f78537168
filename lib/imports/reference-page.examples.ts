// A page in the reference format about real acts, in sentences of our own: every shape that the reader knows, and what it must make of each.
import type { Basis } from '#lib/measures/content.ts'

type Example = { economy: string; subPillar: string; bases: (Basis['kind'] | string)[]; coverage: string; text: string }

const bar = '\u00a0 |\u00a0 '

/** Each measure as the page prints it, and its economy, sub-pillar, bases (kind, then kinds and dates of events) and coverage. */
export const examples: Example[] = [
  {
    economy: 'KZ',
    subPillar: '6.1',
    bases: ['act since 2013-05, amended 2021-12'],
    coverage: 'Horizontal',
    text: `KAZAKHSTAN

Since May 2013, as amended in December 2021

Pillar Domestic Data policies${bar}Sub-pillar Framework for data protection
Law No. 94-V on Personal Data and Its Protection (О персональных данных и их защите)
The law sets out when personal data may be collected, and who answers for their protection.
Coverage Horizontal`,
  },
  {
    economy: 'KZ',
    subPillar: '8.4',
    bases: ['act since 2004-07, amended 2016, amended 2022-09 latest', 'act since 2014-07, amended 2022-11 latest'],
    coverage: 'Internet service providers',
    text: `KAZAKHSTAN

Since July 2004, as amended in 2016, last amended in September 2022
Since July 2014, last amended in November 2022

Pillar Intermediary liability${bar}Sub-pillar Monitoring requirement
Law No. 567-II "On Communications".

Code No. 235-V «On Administrative Infractions»
Operators have to watch what passes through their networks. The code fines those that do not.
Coverage Internet service providers`,
  },
  {
    economy: 'KZ',
    subPillar: '9.2',
    bases: ['practice reported 2019, reported 2022 latest'],
    coverage: 'Horizontal',
    text: `KAZAKHSTAN

Reported in 2019, last reported in 2022

Pillar Content access${bar}Sub-pillar Presence of Internet shutdowns
Interruptions of mobile internet access
Mobile access was interrupted around the vote of June 2019 and during the unrest of January 2022.
Coverage Horizontal`,
  },
  {
    economy: 'KZ',
    subPillar: '8.1',
    bases: ['absence'],
    coverage: 'Internet intermediaries',
    text: `KAZAKHSTAN

N/A

Pillar Intermediary liability${bar}Sub-pillar Safe harbor for intermediaries for copyright infringement
No safe harbour for copyright infringement
No act exempts an intermediary from liability for what its users copy.
Coverage Internet intermediaries`,
  },
  {
    economy: 'KZ',
    subPillar: '10.4',
    bases: ['act since 2012-08'],
    coverage: 'Encryption devices',
    text: `KAZAKHSTAN

Since August 2012

Pillar Quantitative trade restrictions for ICT goods, products and online services${bar}Indicator Export restrictions on ICT goods, products and online services
Decision No. 134 of the Board of the Eurasian Economic Commission, 16 August 2012
Two kinds of goods need a licence before they leave the customs territory:
- devices made to obtain information in secret;
- devices that encrypt.
The list has been changed several times.
Coverage Encryption devices`,
  },
  {
    economy: 'EU',
    subPillar: '6.1',
    bases: ['act since 2016-04, entry into force 2016-05, enforcement 2018-05'],
    coverage: 'Horizontal',
    text: `European Union

since April 2016,  entry into force in May 2016, enforcement from May 2018

PILLAR domestic data policies | sub-pillar Framework for data protection
Regulation (EU) 2016/679 (General Data Protection Regulation)
The regulation applies to whoever offers goods or services to people in the Union.

Coverage of the rules extends to controllers outside the Union.
Coverage: Horizontal`,
  },
  {
    economy: 'EU',
    subPillar: '1.1',
    bases: ['figure 0.47 % 2021'],
    coverage: 'ICT goods',
    text: `EUROPEAN UNION

0.47 % (2021)

Pillar Tariffs and trade defence measures applied on ICT goods${bar}Sub-pillar Effective tariff rate on ICT goods (applied weighted average)
Applied weighted average tariff
An average over the tariff lines of information technology products, weighted by trade.
Coverage ICT goods`,
  },
  {
    economy: 'EU',
    subPillar: '1.2',
    bases: ['figure 63.1 % ', 'absence'],
    coverage: 'ICT goods',
    text: `EUROPEAN UNION

63.1\u00a0%
N/A

Pillar Tariffs and trade defence measures applied on ICT goods${bar}Sub-pillar Coverage rate of zero-tariffs on ICT goods (%)
Coverage rate of zero-tariffs

Coverage rate of zero-tariffs before the expansion of the agreement
A share of the tariff lines of information technology products that carry no duty at all.
Coverage ICT goods`,
  },
  {
    economy: 'EU',
    subPillar: '7.4',
    bases: ['act since 2016-04'],
    coverage: 'Personal data',
    text: `EUROPEAN UNION

Since April 2016

Pillar Cross-border data policies${bar}Sub-pillar Conditional flow regime
Regulation (EU) 2016/679 (General Data Protection Regulation), Chapter V
Personal data may go to a country whose protection was found adequate. Among the countries are:
Andorra
Argentina
JAPAN
New Zealand
Coverage Personal data`,
  },
]

/** The examples as one page, as a person copies it from a browser. */
export const examplePage = ['Database', 'Browse Database', ...examples.map(({ text }) => text)].join('\n\n')

/** A line without what the format does not mind: case, blanks, the colon behind its label, “Indicator” for “Sub-pillar”. */
export const sameWords = (line: string): string =>
  line
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^(coverage|pillar)\s*:/u, '$1')
    .replace('indicator', 'sub-pillar')
