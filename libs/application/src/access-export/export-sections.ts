/** A part of an access export: what is in it, and which articles of the General Data Protection Regulation ask for it. */
export interface ExportSection {
  readonly name: string;
  readonly articles: readonly string[];
  readonly says: string;
}

/** What is in an access export, in its order. */
export const exportSections: readonly ExportSection[] = [
  {
    name: 'person',
    articles: ['15(1)', '15(3)'],
    says: 'The person as shown today: one value of each kind, with the profile that each comes from. Null when nothing is known any more.',
  },
  {
    name: 'profiles',
    articles: ['15(1)(b)', '15(1)(g)', '15(3)', '20(1)'],
    says: 'Every profile that is this person today, each by itself: its values, how it came to be known, and the fact that each value comes from.',
  },
  {
    name: 'contactPoints',
    articles: ['15(1)(b)', '15(3)', '20(1)'],
    says: 'Addresses on all channels that the person holds or held: as given, since when, until when, and why no longer.',
  },
  { name: 'organizations', articles: ['15(1)(b)', '15(3)'], says: 'Organizations that the person is or was a member of.' },
  {
    name: 'merges',
    articles: ['15(1)(h)', '15(3)'],
    says: 'Which profiles were taken for one person, by whom or by which rule, and what was undone. Other profiles are named by id alone.',
  },
  { name: 'differences', articles: ['15(3)'], says: 'Statements that a profile is not the same person as another one, which is named by id alone.' },
  {
    name: 'recipients',
    articles: ['15(1)(c)'],
    says: 'Receivers outside that are sent personal data, and keys with which they can be read, by category.',
  },
  { name: 'notes', articles: ['15(3)'], says: 'What people who work for the company wrote down about the person.' },
  {
    name: 'interactions',
    articles: ['15(1)(g)', '15(1)(h)', '15(3)', '20(1)'],
    says: 'Everything that came in from the person or went out to them, on any channel, and by which rules it was taken to be theirs.',
  },
  {
    name: 'tickets',
    articles: ['15(1)(g)', '15(1)(h)', '15(3)'],
    says: 'Support transactions of the person, their statuses, and by which rules they were routed.',
  },
  {
    name: 'readings',
    articles: ['15(1)(c)', '15(3)'],
    says: 'When data of the person were shown, to systems by name and to people who work for the company by role, as long as the access log is kept.',
  },
  {
    name: 'facts',
    articles: ['15(1)(g)', '15(3)'],
    says: 'Every fact in the log about the profiles and contact points of the person, in its order: when, by whom, and what it changed.',
  },
];

/** What an access export cannot have, and why: whoever answers the request says it beside the export, or knows why it is left out. */
export const notInExport: readonly Omit<ExportSection, 'name'>[] = [
  { articles: ['15(1)(a)'], says: 'The purposes of the processing: the company tells them.' },
  { articles: ['15(1)(d)'], says: 'For how long the data are kept: the company tells it, by its own rules of retention.' },
  {
    articles: ['15(1)(e)', '15(1)(f)'],
    says: 'The rights to rectification, erasure, restriction and objection, and to complain to an authority: the company tells them.',
  },
  { articles: ['15(2)'], says: 'Safeguards of transfers to other countries: the company tells them, for the recipients that are named here.' },
  {
    articles: ['15(4)'],
    says: 'What is said of other people: who else held or shares a contact point, what was said of another profile when a merge was undone, and words that are kept as another person’s. Such facts say that something is withheld.',
  },
  { articles: ['15(4)'], says: 'Which of the people who work for the company did something: kind of actor alone (Court of Justice of the EU, C-579/21).' },
  {
    articles: ['15(1)'],
    says: 'Suggestions of profiles that could be the same person: they are worked out when they are asked for, and are not kept as facts.',
  },
  { articles: ['17'], says: 'What was erased: the facts remain, without what they said of the person.' },
];
