/** The end user at the end of the merge links. There are no merges yet: everybody is their own. */
export const canonicalOf = (endUserId: string): string => endUserId;
