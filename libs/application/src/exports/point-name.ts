/**
 * A contact point as it was given, unless that can be read in several ways: what was dialled without its country is told by its key
 * (ITU-T E.164), so that whoever reads the file finds the same point.
 */
export const pointAsGiven = ({ value, key }: { readonly value: string; readonly key: string }): string =>
  key.startsWith('+') && !value.trim().startsWith('+') ? key : value;

/** What tells a contact point from the others of its row: the columns `verified` and `primary` name points so. The value is its key, or as its own cell has it. */
export const pointName = ({ channel, scope, value }: { readonly channel: string; readonly scope: string; readonly value: string }): string =>
  `${channel}${scope && `.${scope}`}:${value}`;
