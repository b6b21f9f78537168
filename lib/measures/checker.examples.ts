// Sentences of descriptions with the events of law that they tell, and sentences that tell none: test and documentation at once.

/** `[sentence, what it tells]`, each as kind and date (`-` without one). */
export const tellingExamples: readonly (readonly [string, string])[] = [
  ['The Law was amended in September 2022 to cover messengers.', 'amended 2022-09'],
  ['The Law was amended in 2016, 2018 and 2020.', 'amended 2016, amended 2018, amended 2020'],
  ['In September 2022, the Law was amended.', 'amended 2022-09'],
  ['The 2018 amendments added a register.', 'amended 2018'],
  ['It was last amended by Law No. 128-VII of 30 June 2022.', 'amended 2022-06-30'],
  ['The Act entered into force on 1 July 2021.', 'entry into force 2021-07-01'],
  ['On 1 July 2021 the Act came into effect.', 'entry into force 2021-07-01'],
  ['The Act took effect in April 2018.', 'entry into force 2018-04'],
  ['The rules, in force since May 2013, require a local copy.', 'entry into force 2013-05'],
  ['Since 2010, operators must keep a register.', 'since 2010'],
  ['The Convention was adopted in 1999 and signed in November 2001.', 'adopted 1999, signed 2001-11'],
  ['The Order was repealed in January 2023.', 'repealed 2023-01'],
  ['The Act is no longer in force.', 'repealed -'],
  ['The ban expired on 31 December 2020.', 'expired 2020-12-31'],
  ['The Act was replaced by the Digital Code in 2020.', 'replaced 2020'],
  ['The Act has been superseded by the Digital Code.', 'replaced -'],
  ['Article 5 was repealed in 2019.', 'amended 2019'],
  ['See [the Law](https://example.org/2016/05), which was **amended** in 2017.', 'amended 2017'],
]

/** Sentences with numbers, years or words of law in which no event of the law is told. */
export const silentExamples: readonly string[] = [
  'See page 2016 of the report, or pp. 1999–2004.',
  'Law No. 2012 on Services is described in Article 2015.',
  'Regulation (EU) 2016/679 applies to controllers.',
  'The Data Protection Act 2018 covers transfers.',
  'Under the Law of 27 July 2006, operators keep a register.',
  'Exports grew by 20 per cent since 2010.',
  'The number of users has doubled since 2015.',
  'Imports rose to 2004 million in 2019.',
  'In 2019, 45% of firms sold abroad.',
  'According to a survey of 2018, most firms comply.',
  'The fine is up to 2000 monthly units.',
  'The licence was revoked in 2019.',
  'A permit may be revoked at any time.',
  'The previous law was repealed in 2005.',
  'The Act has not been amended.',
  'Operators must register by 2025.',
  'The rate applied to 2013 products.',
  'Between 2015-2017 nothing was reported.',
]
