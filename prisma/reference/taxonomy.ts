// The reference taxonomy: 12 pillars and 65 sub-pillars as the Digital Trade Integration database names them. Nothing else names a pillar.
// No official numbering of sub-pillars is known: the code (`8.3`) is the position in this list, so a new name goes to the end of its pillar.
// Names drift: a new name becomes the name in a new edition, and the old one stays as an alias, so that old pages are still understood.
import type { Pillar } from '#lib/taxonomy/pillar.ts'

export const edition = {
  code: '2026',
  title: 'Digital trade integration, edition 2026',
  source: 'Digital Trade Integration database, https://dti.eui.eu (names of pillars and indicators)',
} as const

type Entry = Omit<Pillar, 'subPillars'> & { subPillars: { name: string; aliases?: string[]; knownIndirectly?: true }[] }

const entries: Entry[] = [
  {
    number: 1,
    name: 'Tariffs and trade defence measures applied on ICT goods',
    aliases: [],
    subPillars: [
      { name: 'Effective tariff rate on ICT goods (applied weighted average)' },
      { name: 'Coverage rate of zero-tariffs on ICT goods (%)' },
      { name: 'Participation in the WTO Information Technology Agreement (ITA)' },
      { name: 'Antidumping, countervailing duties and safeguard measures on ICT goods', knownIndirectly: true },
    ],
  },
  {
    number: 2,
    name: 'Public procurement of ICT goods and online services',
    aliases: [],
    subPillars: [
      { name: 'Exclusion from public procurement' },
      {
        name: 'Surrender of patents, source code or trade secrets to win public tenders / Restrictions on technology standards for public tenders',
      },
      { name: 'Other limitations on foreign participation in public procurement' },
      {
        name: 'Signatory of the WTO Agreement on Government Procurement (GPA) with coverage of the most relevant services sectors (CPC 752, 754, 84)',
      },
    ],
  },
  {
    number: 3,
    name: 'Foreign Direct Investment (FDI) in sectors relevant to digital trade',
    aliases: ['Foreign Direct Investment in sectors relevant to digital trade'],
    subPillars: [
      { name: 'Maximum foreign equity share' },
      { name: 'Requirement to engage in joint ventures to invest or operate' },
      { name: 'Nationality/residency requirement for directors or managers' },
      { name: 'Screening of investment and acquisitions' },
      { name: 'Commercial presence requirement for digital services providers' },
    ],
  },
  {
    number: 4,
    name: 'Intellectual Property Rights (IPRs)',
    aliases: [],
    subPillars: [
      { name: 'Practical or legal restrictions related to the application process for patents' },
      { name: 'Practical or legal restrictions related to the enforcement of patents' },
      { name: 'Participation in the Patent Cooperation Treaty (PCT)' },
      { name: 'Copyright law with clear exceptions' },
      { name: 'Enforcement of copyright online' },
      {
        name: 'Adoption of the WIPO Copyright Treaty',
        aliases: [
          'Signature of the WIPO Copyright Treaty',
          'Adoption of the World Intellectual Property Organization (WIPO) Copyright Treaty',
        ],
      },
      { name: 'Adoption of the WIPO Performances and Phonograms Treaty' },
      { name: 'Mandatory disclosure of business trade secrets such as algorithms or source code' },
      { name: 'Effective protection covering trade secrets' },
    ],
  },
  {
    number: 5,
    name: 'Telecom infrastructure & competition',
    aliases: ['Telecom infrastructure and competition'],
    subPillars: [
      { name: 'Maximum foreign equity share for investment in the telecommunication sector' },
      { name: 'Passive infrastructure sharing obligation' },
      { name: 'Presence of shares owned by the government in telecom companies' },
      { name: 'Functional/accounting separation for operators with significant market power' },
      { name: 'Licensing restrictions to operate in the telecom market', aliases: ['Other restrictions to operate in the telecom market'] },
      { name: 'Signature of the WTO Telecom Reference Paper' },
      { name: 'Presence of an independent telecom authority' },
    ],
  },
  {
    number: 6,
    name: 'Domestic data policies',
    aliases: ['Domestic Data policies'],
    subPillars: [
      { name: 'Framework for data protection' },
      { name: 'Framework for cybersecurity', knownIndirectly: true },
      { name: 'Minimum period for data retention' },
      { name: 'Requirement to perform an impact assessment (DPIA) or have a data protection officer (DPO)' },
      { name: 'Requirement to allow the government to access personal data collected' },
    ],
  },
  {
    number: 7,
    name: 'Cross-border data policies',
    aliases: [],
    subPillars: [
      { name: 'Ban to transfer and local processing requirement' },
      { name: 'Local storage requirement' },
      { name: 'Infrastructure requirement', knownIndirectly: true },
      { name: 'Conditional flow regime' },
      { name: 'Participation in trade agreements committing to open cross-border data flows' },
    ],
  },
  {
    number: 8,
    name: 'Intermediary liability',
    aliases: [],
    subPillars: [
      { name: 'Safe harbor for intermediaries for copyright infringement' },
      { name: 'Safe harbor for intermediaries for any activity other than copyright infringement' },
      { name: 'User identity requirement' },
      { name: 'Monitoring requirement' },
    ],
  },
  {
    number: 9,
    name: 'Content access',
    aliases: [],
    subPillars: [
      { name: 'Blocking or filtering of commercial web content' },
      { name: 'Presence of Internet shutdowns' },
      { name: 'Licensing schemes for digital services and applications' },
      { name: 'Restrictions on online advertising' },
    ],
  },
  {
    number: 10,
    name: 'Quantitative trade restrictions for ICT goods and online services',
    aliases: ['Quantitative trade restrictions for ICT goods, products and online services'],
    subPillars: [
      { name: 'Import ban applied on ICT goods or online services' },
      { name: 'Other import restrictions, including non-transparent/discriminatory import procedures' },
      { name: 'Local content requirements (LCRs) on ICT goods for the commercial market' },
      {
        name: 'Export restrictions on ICT goods or online services',
        aliases: ['Export restrictions on ICT goods', 'Export restrictions on ICT goods, products and online services'],
      },
    ],
  },
  {
    number: 11,
    name: 'Technical standards applied to ICT goods and online services',
    aliases: ['Technical standards applied to ICT goods, products and online services'],
    subPillars: [
      { name: 'Open and transparent standard-setting process' },
      { name: 'Self-certification for product safety', knownIndirectly: true },
      { name: 'Product screening and additional testing requirements' },
      { name: 'Restrictions on encryption standards' },
    ],
  },
  {
    number: 12,
    name: 'Online sales and transactions',
    aliases: [],
    subPillars: [
      { name: 'Maximum foreign equity share for investment in the e-commerce sector' },
      { name: 'Licensing scheme for e-commerce providers' },
      { name: 'Local presence requirement for digital services providers' },
      { name: 'Restrictions on online payments' },
      { name: "Threshold for 'De Minimis' rule" },
      { name: 'Restrictions on domain names' },
      { name: 'Framework for consumer protection applicable to online commerce' },
      { name: 'Ratification of the United Nations (UN) Convention on the Use of Electronic Communications in International Contracts' },
      { name: 'Adoption of UNCITRAL Model Law on Electronic Commerce' },
      { name: 'Adoption of UNCITRAL Model Law on Electronic Signatures' },
    ],
  },
]

/** The pillars in order, their sub-pillars coded by position; `knownIndirectly` marks the four that no page seen so far prints. */
export const pillars: readonly Pillar[] = entries.map(({ subPillars, ...pillar }) => ({
  ...pillar,
  subPillars: subPillars.map(({ name, aliases = [], knownIndirectly = false }, index) => ({
    code: `${pillar.number}.${index + 1}`,
    name,
    aliases,
    knownIndirectly,
  })),
}))
