// The statement by examples: one table that is the tests' cases, the documentation and the form's hint. All dates are made up.
import type { LegalEvent } from './legal-event.ts'

/** A sentence in house style and the events it tells: `render(events)` is the sentence and `parse(sentence)` the events. */
export type StatementExample = { sentence: string; events: LegalEvent[]; note: string }

export const statementExamples: readonly StatementExample[] = [
  { sentence: 'Since July 2004', events: [{ kind: 'since', date: '2004-07' }], note: 'The beginning, its role not known' },
  { sentence: 'Since 2012', events: [{ kind: 'since', date: '2012' }], note: 'A year stays a year' },
  { sentence: 'Since 16 August 2012', events: [{ kind: 'since', date: '2012-08-16' }], note: 'A day, where the source gives one' },
  { sentence: 'In December 2015', events: [{ kind: 'occurred', date: '2015-12' }], note: 'Something that happened once' },
  {
    sentence: 'In December 2015, January 2017',
    events: [
      { kind: 'occurred', date: '2015-12' },
      { kind: 'occurred', date: '2017-01' },
    ],
    note: 'Something that happened twice',
  },
  {
    sentence: 'In 2015, last occurred in 2019',
    events: [
      { kind: 'occurred', date: '2015' },
      { kind: 'occurred', date: '2019', latest: true },
    ],
    note: 'It may have happened in between',
  },
  { sentence: 'Signed in November 2017', events: [{ kind: 'signed', date: '2017-11' }], note: 'A treaty that is only signed' },
  {
    sentence: 'Signed in November 2017, adopted in March 2018, entry into force in 2019',
    events: [
      { kind: 'signed', date: '2017-11' },
      { kind: 'adopted', date: '2018-03' },
      { kind: 'entry into force', date: '2019' },
    ],
    note: 'Roles are told wherever they do not open the sentence',
  },
  {
    sentence: 'Since June 2011, as amended in October 2020',
    events: [
      { kind: 'since', date: '2011-06' },
      { kind: 'amended', date: '2020-10' },
    ],
    note: 'One amendment, and no other',
  },
  {
    sentence: 'Since March 2009, last amended in May 2021',
    events: [
      { kind: 'since', date: '2009-03' },
      { kind: 'amended', date: '2021-05', latest: true },
    ],
    note: 'One amendment known, others may exist',
  },
  {
    sentence: 'Since 2010, as amended in 2016, 2018',
    events: [
      { kind: 'since', date: '2010' },
      { kind: 'amended', date: '2016' },
      { kind: 'amended', date: '2018' },
    ],
    note: 'Two amendments share a clause',
  },
  {
    sentence: 'Since February 2006, as amended in 2014, last amended in September 2021',
    events: [
      { kind: 'since', date: '2006-02' },
      { kind: 'amended', date: '2014' },
      { kind: 'amended', date: '2021-09', latest: true },
    ],
    note: 'The latest has a clause of its own',
  },
  {
    sentence: 'Since November 2016, entry into force in May 2017',
    events: [
      { kind: 'since', date: '2016-11' },
      { kind: 'entry into force', date: '2017-05' },
    ],
    note: 'Adopted first, in force later',
  },
  {
    sentence: 'Since October 2010, as amended in 2013, enforcement from 2017',
    events: [
      { kind: 'since', date: '2010-10' },
      { kind: 'amended', date: '2013' },
      { kind: 'enforcement', date: '2017' },
    ],
    note: 'On the books before anybody acts on it',
  },
  {
    sentence: 'Since 2008, as amended in 2011, entry into force in 2012, last amended in March 2020',
    events: [
      { kind: 'since', date: '2008' },
      { kind: 'amended', date: '2011' },
      { kind: 'entry into force', date: '2012' },
      { kind: 'amended', date: '2020-03', latest: true },
    ],
    note: 'Clauses keep the order of the events',
  },
  {
    sentence: 'Since 2009, last replaced in 2020',
    events: [
      { kind: 'since', date: '2009' },
      { kind: 'replaced', date: '2020', latest: true },
    ],
    note: 'A new text took the place of the old one',
  },
  { sentence: 'Reported in 2022', events: [{ kind: 'reported', date: '2022' }], note: 'A practice, known from one report' },
  {
    sentence: 'Reported in 2018, last reported in 2023',
    events: [
      { kind: 'reported', date: '2018' },
      { kind: 'reported', date: '2023', latest: true },
    ],
    note: 'There may be reports in between',
  },
  {
    sentence: 'Reported in 2016, 2018, last reported in 2021',
    events: [
      { kind: 'reported', date: '2016' },
      { kind: 'reported', date: '2018' },
      { kind: 'reported', date: '2021', latest: true },
    ],
    note: 'Several reports',
  },
  {
    sentence: 'Since 2005, suspended in June 2019, repealed in January 2023',
    events: [
      { kind: 'since', date: '2005' },
      { kind: 'suspended', date: '2019-06' },
      { kind: 'repealed', date: '2023-01' },
    ],
    note: 'No longer law',
  },
  {
    sentence: 'Since March 2020, expired in 2021',
    events: [
      { kind: 'since', date: '2020-03' },
      { kind: 'expired', date: '2021' },
    ],
    note: 'It ended by itself',
  },
  { sentence: 'Last amended in 2020', events: [{ kind: 'amended', date: '2020', latest: true }], note: 'The beginning is not known' },
  { sentence: 'As amended on 16 August 2012', events: [{ kind: 'amended', date: '2012-08-16' }], note: '“on” before a day' },
]

/** What people type, the house style it becomes, and what is untidy about it. All of it is understood. */
export const untidyExamples: readonly { typed: string; sentence: string; note: string }[] = [
  { typed: 'last amended July 2021', sentence: 'Last amended in July 2021', note: 'No “in”' },
  {
    typed: 'Since 2005, amended in 2007, 2008 and 2020',
    sentence: 'Since 2005, as amended in 2007, 2008, 2020',
    note: 'A list with “and”',
  },
  { typed: 'Since 2005, last update March 2020', sentence: 'Since 2005, last amended in March 2020', note: 'An update is an amendment' },
  { typed: 'Since 16.08.2012, as amended on 3 May 2019', sentence: 'Since 16 August 2012, as amended on 3 May 2019', note: 'Days' },
  {
    typed: '  since\u00a0 may  2013 ,last amended in  2020 . ',
    sentence: 'Since May 2013, last amended in 2020',
    note: 'Stray and non-breaking spaces',
  },
  { typed: 'SINCE MAY 2013, AS AMENDED IN 2016', sentence: 'Since May 2013, as amended in 2016', note: 'Any case' },
  {
    typed: 'Since Sept. 2013; Amended in Dec 2016.',
    sentence: 'Since September 2013, as amended in December 2016',
    note: 'Short months, semicolon, full stop',
  },
  {
    typed: 'Since 2012 (as amended in 2015) – last amended in 2020',
    sentence: 'Since 2012, as amended in 2015, last amended in 2020',
    note: 'Brackets and dashes',
  },
  { typed: 'Since 2012, enforced from 2019', sentence: 'Since 2012, enforcement from 2019', note: 'Enforced' },
  { typed: 'Since 2012, enforced since 2019', sentence: 'Since 2012, enforcement from 2019', note: 'A “since” that does not open' },
  {
    typed: 'Since November 2016 and entered into force in May 2017',
    sentence: 'Since November 2016, entry into force in May 2017',
    note: 'Entered into force',
  },
  { typed: 'Adopted in 2016, in force since 2018', sentence: 'Since 2016, entry into force in 2018', note: 'Roles are kept as data' },
  { typed: 'In force since July 2014', sentence: 'Since July 2014', note: 'The role is known: entry into force' },
  {
    typed: 'Since 2004, as amended in 2016 and last in 2022',
    sentence: 'Since 2004, as amended in 2016, last amended in 2022',
    note: 'The verb is not repeated',
  },
  {
    typed: 'Since 2004, most recent amendment of 9/2022',
    sentence: 'Since 2004, last amended in September 2022',
    note: 'A month in digits',
  },
  {
    typed: 'Since 2004, amended in March and June 2020',
    sentence: 'Since 2004, as amended in March 2020, June 2020',
    note: 'Months that share a year',
  },
  {
    typed: 'Since 2004 as amended in September, 2022',
    sentence: 'Since 2004, as amended in September 2022',
    note: 'A comma inside a date',
  },
  {
    typed: 'Since 2004-07, repealed on August 16, 2012',
    sentence: 'Since July 2004, repealed on 16 August 2012',
    note: 'EDTF, and the American order',
  },
]

/** What is not understood, word for word; the rest of the sentence still is. */
export const unclearExamples: readonly { typed: string; sentence: string; unclear: string[]; note: string }[] = [
  { typed: 'amended in May 2020-٣repealed', sentence: 'As amended in May 2020', unclear: ['٣repealed'], note: 'A digit of another script' },
  { typed: 'Since 2004 until 2010', sentence: 'Since 2004', unclear: ['until 2010'], note: 'No event has this form' },
  { typed: 'Since 2004, as amended', sentence: 'Since 2004', unclear: ['as amended'], note: 'An amendment without date' },
  {
    typed: 'Since 2004, as amended, last amended in 2020',
    sentence: 'Since 2004, last amended in 2020',
    unclear: ['as amended'],
    note: 'The rest is read',
  },
  {
    typed: 'Since 2004, never amended in 2016',
    sentence: 'Since 2004',
    unclear: ['never amended in 2016'],
    note: 'An unknown word may turn the meaning',
  },
  {
    typed: 'Since 2004, as amended since 2016',
    sentence: 'Since 2004',
    unclear: ['as amended since 2016'],
    note: 'No date of an amendment',
  },
  { typed: 'Since about 2004', sentence: '', unclear: ['Since about 2004'], note: 'Not that year for certain' },
  { typed: 'December 2015', sentence: '', unclear: ['December 2015'], note: 'Nothing says what happened' },
  {
    typed: 'Since 2004, amended on 03/04/2012, 2018',
    sentence: 'Since 2004, as amended in 2018',
    unclear: ['03/04/2012'],
    note: 'March or April?',
  },
  { typed: 'Since 2023-02-30', sentence: '', unclear: ['2023-02-30'], note: 'No such day' },
  { typed: 'Since 2004, as amended in 2015–2017', sentence: 'Since 2004', unclear: ['2015–2017'], note: 'A period is no date' },
  {
    typed: 'Since 2004, as amended in 2015 - 2017',
    sentence: 'Since 2004, as amended in 2015',
    unclear: ['- 2017'],
    note: 'Neither with blanks',
  },
  {
    typed: 'Since 2004, amended in May, last amended in 2020',
    sentence: 'Since 2004, last amended in 2020',
    unclear: ['amended in May'],
    note: 'Which year?',
  },
  { typed: 'Since 2004, last', sentence: 'Since 2004', unclear: ['last'], note: 'Cut off' },
  {
    typed: 'Since 2004, amended by Act 5 of 2016, amended in 2018',
    sentence: 'Since 2004, as amended in 2018',
    unclear: ['amended by Act 5 of 2016'],
    note: 'Prose',
  },
  {
    typed: 'Since 2004, amended in May and on 16 August 2012',
    sentence: 'Since 2004, as amended on 16 August 2012',
    unclear: ['May'],
    note: 'Only months share a year',
  },
  { typed: 'Since 2004, perhaps repealed in', sentence: 'Since 2004', unclear: ['perhaps repealed in'], note: 'Neither certain nor dated' },
  { typed: 'As amended, then in 2016', sentence: '', unclear: ['As amended', 'then in 2016'], note: 'Not something that occurred' },
  { typed: 'Since 2004 of 2010', sentence: 'Since 2004', unclear: ['of 2010'], note: 'A date that belongs to nothing' },
]

/** How people say that there is no law: each is read as an absence, whose statement is `N/A`. */
export const absenceExamples: readonly string[] = ['N/A', 'n/a', ' N / A. ', 'N.A.', 'NA', 'Not applicable']
