// How the fields of an act are called where a change of them is told.

export const fieldNames: Record<string, string> = {
  ...{ economy: 'Economy', union: 'Union', title: 'English title', originalTitle: 'Original title', originalLanguage: 'Its language' },
  ...{ number: 'Number', kind: 'Kind', issuer: 'Issued by', url: 'Address', eli: 'ELI', events: 'Events' },
}
