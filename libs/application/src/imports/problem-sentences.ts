import { type RefusalCode, refusalCodes } from '@kith/domain';

/** What the codes of rows that were refused, of files, and of what an undoing kept mean, to whoever has to act on it. */
const sentences: Readonly<Record<string, string>> = {
  // Of a row as it stands in its file.
  'boolean-invalid': 'The value is neither yes nor no: write true or false.',
  'cell-count': 'The row has more or fewer cells than there are columns: look at its quotes and delimiters.',
  'cell-too-long': 'The cell has more than 128 KiB.',
  'cell-unreadable': 'The cell has bytes that are no text in the encoding of the file.',
  'column-unknown': 'The line has a member that is not known: give it in the mapping, or have unknown ones left out.',
  'json-invalid': 'The line is no JSON object.',
  'number-invalid': 'The value is no number that can be kept exactly.',
  'quote-misplaced': 'A quoted cell goes on behind its closing quote: double the quotes inside of it.',
  'quote-unclosed': 'The row has a quote that nothing closes.',
  'row-empty': 'Nothing in the row tells of an end user.',
  'row-too-long': 'The row has more than 1 MiB.',
  'text-invalid': 'The value is no text, or has characters that no text may have.',
  // Of what it says.
  'field-name-invalid': 'The name of the custom field is empty or too long.',
  'field-unknown': 'Nothing is read as this.',
  'locale-invalid': 'The value is no language tag, such as fr or pt-BR.',
  'point-not-in-row': 'The value names no contact point of this row.',
  'role-not-end-user': 'The role is not that of an end user: members of the team live elsewhere.',
  'time-zone-invalid': 'The value is no time zone, such as Europe/Paris.',
  'value-repeated': 'The row says two different things of this.',
  'value-too-long': 'The value is longer than this field may be.',
  'contact-point-shared': 'The contact point is shared by several, so that it tells nobody apart.',
  // Of a file that could not be read to its end.
  damaged: 'What was stored of the file is damaged: send it again.',
  'key-destroyed': 'The key of the file is destroyed, and nobody can read it any more.',
  // Of what an undoing kept.
  'changed-since': 'Somebody has changed it since.',
  'contacted-since': 'There was contact since.',
  'merged-since': 'It is one with another by now.',
  'deleted-since': 'It is deleted, and nothing is changed while it is.',
  'stays-verified': 'What was shown to be theirs cannot be unsaid.',
  'shown-otherwise': 'Another profile of the person has a value there.',
  'has-members': 'Others are members of it.',
  'has-work': 'Tickets or interactions are of it.',
};

/** A sentence for the code of a problem of an import, or of what its undoing kept. */
export function importSentence(code: string): string {
  return (
    (Object.hasOwn(sentences, code) ? sentences[code] : undefined) ??
    (Object.hasOwn(refusalCodes, code) ? refusalCodes[code as RefusalCode] : 'It could not be done.')
  );
}

/** The codes with a sentence of their own. */
export const importProblemCodes: readonly string[] = Object.keys(sentences);
