// The texts of the sample: facts about real acts in our own sentences. It reads and writes nothing.
import type { Content } from '#lib/measures/content.ts'
import { act, contentWith, practice } from '#lib/testing/builders.ts'

const source = (title: string, url: string) => ({ id: title.slice(0, 8), title, url })

const kzMonitoring = contentWith({
  subPillar: '8.4',
  bases: [
    act('comm', 'Law of the Republic of Kazakhstan No. 567-II on Communications (О связи)', 'Since July 2004, as amended in 2016'),
    act(
      'koap',
      'Code of the Republic of Kazakhstan on Administrative Infractions (Об административных правонарушениях)',
      'Since July 2014',
    ),
  ],
  description:
    'Since its amendment of 2016 the Communications Law makes internet providers responsible for what passes through their networks: they have to watch for prohibited material and restrict it. The law leaves open by which technical means.\n\nProviders that do not carry out such an order are fined under the Administrative Code.',
  coverage: 'Internet services',
  sources: [source('Adilet, legal information system of Kazakhstan', 'https://adilet.zan.kz/eng/docs/Z040000567_')],
})

const kzOfficer = contentWith({
  subPillar: '6.4',
  bases: [
    act(
      'pd',
      'Law of the Republic of Kazakhstan No. 94-V on Personal Data and Its Protection',
      'Since May 2013, as amended in December 2021',
    ),
  ],
  description:
    'Companies that own or operate a database of personal data have to appoint a person in charge of it (Art. 25). That person:\n\n- supervises that the company and its staff keep to the law;\n- explains the law to those who work with the data;\n- sees that requests of the people concerned are taken and answered.\n\nCourts are exempt.',
  coverage: 'Horizontal',
  sources: [source('Adilet, legal information system of Kazakhstan', 'https://adilet.zan.kz/eng/docs/Z1300000094')],
})

const euHosting = contentWith({
  subPillar: '8.2',
  bases: [
    act(
      'ecd',
      'Directive 2000/31/EC on certain legal aspects of information society services (Directive on electronic commerce)',
      'Since June 2000, entry into force in July 2000',
    ),
  ],
  description:
    'Providers that merely transmit, cache or host what others supply are not liable for it under Arts. 12 to 14. A host keeps the protection as long as it does not know of the illegal content, or removes it at once when it learns of it. Member States may not impose a general duty to monitor (Art. 15).',
  coverage: 'Intermediary services',
  sources: [source('EUR-Lex', 'https://eur-lex.europa.eu/eli/dir/2000/31/oj')],
})

const deNetwork = contentWith({
  subPillar: '8.4',
  bases: [
    act(
      'netzdg',
      'Network Enforcement Act (Netzwerkdurchsetzungsgesetz)',
      'Since September 2017, entry into force in October 2017, last amended in 2020',
    ),
  ],
  description:
    'Social networks with at least two million registered users in Germany have to keep a procedure for complaints, remove manifestly unlawful content within 24 hours of a complaint and other unlawful content as a rule within seven days, and report on it every half-year.',
  coverage: 'Social networks with at least two million users in Germany',
  sources: [source('Federal Ministry of Justice, laws on the internet', 'https://www.gesetze-im-internet.de/netzdg/')],
})

const brDataProtection = contentWith({
  subPillar: '6.1',
  bases: [
    act(
      'lgpd',
      'Law No. 13,709, General Data Protection Law (Lei Geral de Proteção de Dados Pessoais)',
      'Since August 2018, as amended in July 2019, entry into force in September 2020',
    ),
  ],
  description:
    'A general law governs the processing of personal data, online and offline, by persons and companies as well as by the state. It applies wherever the processor is, if the data are collected in Brazil or belong to people who are there. The National Data Protection Authority (ANPD) enforces it.',
  coverage: 'Horizontal',
  sources: [source('Planalto, Presidency of the Republic', 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm')],
})

const jpDataProtection = contentWith({
  subPillar: '6.1',
  bases: [
    act(
      'appi',
      'Act No. 57 of 2003 on the Protection of Personal Information',
      'Since May 2003, as amended in September 2015, last amended in June 2020',
    ),
  ],
  description:
    'A general act protects personal information in the private sector. The Personal Information Protection Commission, an independent body set up with the reform of 2015, supervises it. Businesses abroad are covered when they handle the information of people in Japan in connection with supplying them.',
  coverage: 'Horizontal',
  sources: [source('Japanese Law Translation', 'https://www.japaneselawtranslation.go.jp/en/laws/view/4241')],
})

/** First versions. */
export const sample = {
  kzMonitoring,
  kzOfficer,
  kzTwice: { ...kzOfficer, description: 'A person in charge of personal data has to be appointed under the law on personal data.' },
  kzShutdowns: contentWith({
    subPillar: '9.2',
    bases: [practice('shut', 'Presence of Internet shutdowns', 'Reported in 2019, 2021, last reported in 2022')],
    description:
      'Connectivity was reported to have been cut or slowed around the presidential election of June 2019 and the parliamentary election of January 2021. In January 2022, during protests, almost the whole country was reported to have been offline for several days.',
    coverage: 'Horizontal',
    sources: [source('Access Now, #KeepItOn reports', 'https://www.accessnow.org/campaign/keepiton/')],
  }),
  kzNoSafeHarbour: contentWith({
    subPillar: '8.1',
    bases: [
      {
        id: 'none',
        kind: 'absence',
        title: 'No framework of intermediary liability for copyright infringements',
        absence: 'no such framework',
      },
    ],
    description:
      'Neither the law nor the courts of Kazakhstan know a general limit to the liability of intermediaries for copyright infringements of their users. The partnership agreement with the European Union provides one for European companies under conditions.',
    coverage: 'Internet intermediaries',
  }),
  euDataProtection: contentWith({
    subPillar: '6.1',
    bases: [
      act(
        'gdpr',
        'Regulation (EU) 2016/679 (General Data Protection Regulation)',
        'Since April 2016, entry into force in May 2016, enforcement from May 2018',
      ),
    ],
    description:
      'One regulation governs the processing of personal data in all Member States. It also binds companies outside the Union that offer goods or services to people in it or observe their behaviour (Art. 3). Independent authorities in each Member State enforce it.',
    coverage: 'Horizontal',
    sources: [source('EUR-Lex', 'https://eur-lex.europa.eu/eli/reg/2016/679/oj')],
  }),
  euHosting,
  euCopyright: contentWith({
    subPillar: '8.1',
    bases: [
      act(
        'dsm',
        'Directive (EU) 2019/790 on copyright and related rights in the Digital Single Market',
        'Since April 2019, entry into force in June 2019',
      ),
    ],
    description:
      'Services whose main purpose is to share large amounts of what their users upload are themselves liable for it, unless they made best efforts to get a licence and to keep out works of which they were told (Art. 17). Young and small services owe less.',
    coverage: 'Online content-sharing services',
    sources: [source('EUR-Lex', 'https://eur-lex.europa.eu/eli/dir/2019/790/oj')],
  }),
  deNetwork,
  brDataProtection,
  brHosting: contentWith({
    subPillar: '8.2',
    bases: [
      act(
        'marco',
        'Law No. 12,965, Civil Rights Framework for the Internet (Marco Civil da Internet)',
        'Since April 2014, entry into force in June 2014',
      ),
    ],
    description:
      'Under Art. 19 of the Marco Civil an application provider is liable for what its users publish only if it does not remove it after a court has ordered so. Intimate images are an exception: there a notice of the person shown is enough (Art. 21).',
    coverage: 'Providers of internet applications',
    sources: [source('Planalto, Presidency of the Republic', 'https://www.planalto.gov.br/ccivil_03/_ato2011-2014/2014/lei/l12965.htm')],
  }),
  jpDataProtection,
  jpInformationTechnology: contentWith({
    subPillar: '1.3',
    bases: [
      act('ita', 'Ministerial Declaration on Trade in Information Technology Products (ITA)', 'Signed in December 1996'),
      act('ita2', 'Ministerial Declaration on the Expansion of Trade in Information Technology Products', 'Signed in December 2015'),
    ],
    description:
      'Japan is among the first participants of the Information Technology Agreement of 1996 and takes part in its expansion of 2015.',
    coverage: 'ICT goods',
    sources: [
      source('World Trade Organization, Information Technology Agreement', 'https://www.wto.org/english/tratop_e/inftec_e/inftec_e.htm'),
    ],
  }),
  sgTransfers: contentWith({
    subPillar: '7.4',
    bases: [
      act(
        'pdpa',
        'Personal Data Protection Act 2012 (No. 26 of 2012)',
        'Since October 2012, entry into force in July 2014, last amended in November 2020',
      ),
    ],
    description:
      'An organisation may transfer personal data out of Singapore only if the recipient is bound to protect them as the Act does, by law, contract, binding corporate rules or a recognised certification (section 26).',
    coverage: 'Horizontal',
    sources: [source('Singapore Statutes Online', 'https://sso.agc.gov.sg/Act/PDPA2012')],
  }),
  sgZeroTariffs: contentWith({
    subPillar: '1.2',
    bases: [{ id: 'zero', kind: 'figure', title: 'Coverage rate of zero-tariffs on ICT goods', value: '100', unit: '%', year: '2022' }],
    description: 'Singapore levies customs duty on a few alcoholic drinks only. All ICT goods enter free of duty.',
    coverage: 'ICT goods',
    sources: [source('Singapore Customs', 'https://www.customs.gov.sg/')],
  }),
  sgCommerce: contentWith({
    subPillar: '12.9',
    bases: [act('eta', 'Electronic Transactions Act 2010', 'Since July 2010, last amended in February 2021')],
    description:
      'The Act gives effect to the UNCITRAL Model Law on Electronic Commerce; the amendment of 2021 added electronic transferable records.',
    coverage: 'Electronic transactions',
  }),
} satisfies Record<string, Content>

/** Later versions. */
export const changed = {
  kzMonitoring: {
    ...kzMonitoring,
    bases: [
      act(
        'comm',
        'Law of the Republic of Kazakhstan No. 567-II on Communications (О связи)',
        'Since July 2004, as amended in 2016, last amended in September 2022',
      ),
      act(
        'koap',
        'Code of the Republic of Kazakhstan on Administrative Infractions (Об административных правонарушениях)',
        'Since July 2014, last amended in November 2022',
      ),
    ],
    changeKind: 'amendment',
    changeNote: 'Both acts were amended in the second half of 2022. The duty to restrict prohibited material stays as it was.',
  },
  euHosting: {
    ...euHosting,
    bases: [
      ...euHosting.bases,
      act(
        'dsa',
        'Regulation (EU) 2022/2065 on a Single Market For Digital Services (Digital Services Act)',
        'Since October 2022, entry into force in November 2022, enforcement from February 2024',
      ),
    ],
    description:
      'Providers that merely transmit, cache or host what others supply are not liable for it. The rules of the directive of 2000 were taken over by the Digital Services Act (Arts. 4 to 6), which binds all Member States directly. A host keeps the protection as long as it does not know of the illegal content, or removes it at once when it learns of it. No general duty to monitor may be imposed (Art. 8); very large platforms owe more.',
    changeKind: 'amendment',
    changeNote: 'The Digital Services Act replaces the liability rules of the directive; it applies to all services from February 2024.',
  },
  deNetworkCorrected: {
    ...deNetwork,
    bases: [
      act(
        'netzdg',
        'Network Enforcement Act (Netzwerkdurchsetzungsgesetz)',
        'Since September 2017, entry into force in October 2017, last amended in June 2021',
      ),
    ],
    changeKind: 'correction',
    changeNote: 'We had the date of the last amendment wrong: the amending act was promulgated in June 2021, not in 2020.',
  },
  deNetworkRepealed: {
    ...deNetwork,
    bases: [
      act(
        'netzdg',
        'Network Enforcement Act (Netzwerkdurchsetzungsgesetz)',
        'Since September 2017, entry into force in October 2017, last amended in June 2021, repealed in May 2024',
      ),
      act('ddg', 'Digital Services Act of Germany (Digitale-Dienste-Gesetz)', 'Since May 2024'),
    ],
    description:
      'Until May 2024 social networks with at least two million registered users in Germany had to keep a procedure for complaints and remove manifestly unlawful content within 24 hours. The Digitale-Dienste-Gesetz repealed these duties; since then the Digital Services Act of the European Union governs them.',
    changeKind: 'amendment',
    changeNote: 'The Network Enforcement Act was repealed when the Digitale-Dienste-Gesetz entered into force.',
  },
  brDataProtection: {
    ...brDataProtection,
    bases: [
      act(
        'lgpd',
        'Law No. 13,709, General Data Protection Law (Lei Geral de Proteção de Dados Pessoais)',
        'Since August 2018, as amended in July 2019, entry into force in September 2020, enforcement from August 2021',
      ),
    ],
    changeKind: 'correction',
    changeNote: 'Added that sanctions have been enforced since August 2021, which the first version left out.',
  },
  jpDataProtection: {
    ...jpDataProtection,
    bases: [
      act(
        'appi',
        'Act No. 57 of 2003 on the Protection of Personal Information',
        'Since May 2003, as amended in September 2015, June 2020, last amended in May 2021',
      ),
    ],
    description: `${jpDataProtection.description} Since April 2023 it applies to public bodies as well.`,
    changeKind: 'amendment',
    changeNote: 'The amendment of May 2021 brings public bodies under the same act; its last part took effect in April 2023.',
  },
} satisfies Record<string, Content>
