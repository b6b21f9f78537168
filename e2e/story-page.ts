// A page in the reference format about acts that the sample does not cite, in sentences of our own: what the story imports.

const bar = '\u00a0 |\u00a0 '
const contracts = 'Ratification of the United Nations (UN) Convention on the Use of Electronic Communications in International Contracts'

/** A date in the French Republican calendar, which nobody reads as one of ours. */
const unreadable = 'Since Brumaire 2004'
const mended = 'Since November 2004'

const blocks = (start: string) => [
  `KAZAKHSTAN

Since January 2003, as amended in 2016, last amended in September 2022
N/A

Pillar Online sales and transactions${bar}Sub-pillar ${contracts}
Law No. 370-II on Electronic Documents and Electronic Digital Signature

UN Convention on the Use of Electronic Communications in International Contracts
Contracts that are signed electronically bind the parties as those on paper do. Kazakhstan has not joined the convention.
Coverage Horizontal`,
  `KAZAKHSTAN

Since November 2015
Since March 2018

Pillar Content access${bar}Sub-pillar Licensing schemes for digital services and applications
Law No. 418-V on Informatization

Rules for the register of trusted software
Software that public bodies buy has to be entered in a register first.
Coverage Software for public bodies`,
  `KAZAKHSTAN

Reported in 2019, 2021, last reported in 2023

Pillar Content access${bar}Sub-pillar Blocking or filtering of commercial web content
Blocking of foreign news sites
Readers reported that foreign news sites could not be reached for days around the votes of these years.
Coverage Horizontal`,
  `KAZAKHSTAN

N/A

Pillar Intermediary liability${bar}Sub-pillar User identity requirement
Identification of the commenters of online media
No act obliges the owners of online media to identify those who comment.
Coverage Online media`,
  `KAZAKHSTAN

Reported in 2019, 2021, last reported in 2023

Pillar Content access${bar}Sub-pillar Blocking or filtering of commercial web content
Blocking of foreign news sites
Readers reported that foreign news sites could not be reached for days around the votes of these years.
Coverage Horizontal`,
  `KAZAKHSTAN

${start}

Pillar Online sales and transactions${bar}Sub-pillar Restrictions on online payments
Rules on electronic money
Electronic money may be issued by banks only.
Coverage Payment services`,
]

/** Six measures: four to create, one said twice, and one with a date that cannot be read. */
export const untidyPage = blocks(unreadable).join('\n\n')

/** The same page after somebody mended the date. */
export const mendedPage = blocks(mended).join('\n\n')

export const act = 'Law No. 370-II on Electronic Documents and Electronic Digital Signature'
