/** What tells a contact point from the others of its row: the columns `verified` and `primary` name points so. The value is its key, or as its own cell has it. */
export const pointName = ({ channel, scope, value }: { readonly channel: string; readonly scope: string; readonly value: string }): string =>
  `${channel}${scope && `.${scope}`}:${value}`;
