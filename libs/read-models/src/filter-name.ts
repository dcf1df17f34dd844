/** The name of a list by its filter, which is not spelt out in cursors, because these may end in logs: 53 bits of a hash tell filters apart. */
export const filterName = (of: string, filter: object): string =>
  `${of} ${hashOf(
    JSON.stringify(
      Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .sort(),
    ),
  )}`;

/** A checksum (cyrb53, public domain), for telling apart and not for secrecy. */
function hashOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (2 ** 32 * (2097151 & other) + (one >>> 0)).toString(36);
}
