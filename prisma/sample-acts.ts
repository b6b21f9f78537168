// The acts of the sample, by the ids of the bases that cite them: facts about real acts. It reads and writes nothing.
import type { ActInput } from '#lib/acts/schema.ts'
import type { Content } from '#lib/measures/content.ts'
import { events } from '#lib/testing/builders.ts'

const of = (owner: 'KZ' | 'DE' | 'BR' | 'JP' | 'union EU') =>
  owner === 'union EU' ? { economy: '', union: 'EU' } : { economy: owner, union: '' }

/** Events of a statement; all of them are written at one source, where it is named. */
const told = (statement: string, sourceTitle = '', sourceUrl = '') =>
  events(statement).map((event) => ({ ...event, sourceTitle, sourceUrl }))

export const sampleActs: Record<string, ActInput> = {
  comm: {
    ...of('KZ'),
    title: 'Law of the Republic of Kazakhstan on Communications',
    originalTitle: 'Байланыс туралы',
    originalLanguage: 'kk',
    number: '567-II',
    kind: 'law',
    issuer: 'Parliament',
    url: 'https://adilet.zan.kz/eng/docs/Z040000567_',
    events: told(
      'Since July 2004, as amended in 2016, last amended in September 2022',
      'Adilet',
      'https://adilet.zan.kz/eng/docs/Z040000567_',
    ),
  },
  koap: {
    ...of('KZ'),
    title: 'Code of the Republic of Kazakhstan on Administrative Infractions',
    originalTitle: 'Об административных правонарушениях',
    originalLanguage: 'ru',
    number: '235-V',
    kind: 'code',
    events: told('Since July 2014, last amended in November 2022'),
  },
  pd: {
    ...of('KZ'),
    title: 'Law of the Republic of Kazakhstan on Personal Data and Its Protection',
    originalTitle: 'О персональных данных и их защите',
    originalLanguage: 'ru',
    number: '94-V',
    kind: 'law',
    url: 'https://adilet.zan.kz/eng/docs/Z1300000094',
    events: told('Since May 2013, as amended in December 2021', 'Adilet', 'https://adilet.zan.kz/eng/docs/Z1300000094'),
  },
  gdpr: {
    ...of('union EU'),
    title: 'General Data Protection Regulation',
    number: '2016/679',
    kind: 'regulation',
    issuer: 'European Parliament and Council',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    eli: 'http://data.europa.eu/eli/reg/2016/679/oj',
    events: told(
      'Since April 2016, entry into force in May 2016, enforcement from May 2018',
      'OJ L 119',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    ),
  },
  ecd: {
    ...of('union EU'),
    title: 'Directive on electronic commerce',
    number: '2000/31/EC',
    kind: 'directive',
    issuer: 'European Parliament and Council',
    eli: 'http://data.europa.eu/eli/dir/2000/31/oj',
    events: told('Since June 2000, entry into force in July 2000'),
  },
  dsa: {
    ...of('union EU'),
    title: 'Regulation on a Single Market For Digital Services (Digital Services Act)',
    number: '2022/2065',
    kind: 'regulation',
    eli: 'http://data.europa.eu/eli/reg/2022/2065/oj',
    events: told('Since October 2022, entry into force in November 2022, enforcement from February 2024'),
  },
  netzdg: {
    ...of('DE'),
    title: 'Network Enforcement Act',
    originalTitle: 'Netzwerkdurchsetzungsgesetz',
    originalLanguage: 'de',
    kind: 'law',
    url: 'https://www.gesetze-im-internet.de/netzdg/',
    events: told('Since September 2017, entry into force in October 2017, last amended in June 2021, repealed in May 2024'),
  },
  lgpd: {
    ...of('BR'),
    title: 'General Data Protection Law',
    originalTitle: 'Lei Geral de Proteção de Dados Pessoais',
    originalLanguage: 'pt',
    number: '13,709',
    kind: 'law',
    events: told('Since August 2018, as amended in July 2019, entry into force in September 2020, enforcement from August 2021'),
  },
  appi: {
    ...of('JP'),
    title: 'Act on the Protection of Personal Information',
    originalTitle: '個人情報の保護に関する法律',
    originalLanguage: 'ja',
    number: 'Act No. 57 of 2003',
    kind: 'law',
    url: 'https://www.japaneselawtranslation.go.jp/en/laws/view/4241',
    events: told('Since May 2003, as amended in September 2015, June 2020, last amended in May 2021'),
  },
}

/** The content with every basis citing the act of its id, where there is one. */
export const citingActs = (content: Content, refs: ReadonlyMap<string, string>): Content => ({
  ...content,
  bases: content.bases.map((basis) => {
    const actRef = refs.get(basis.id)
    return basis.kind === 'act' && actRef !== undefined ? { ...basis, actRef } : basis
  }),
})
