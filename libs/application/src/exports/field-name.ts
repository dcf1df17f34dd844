const ambiguous = /:(?:text|number|boolean)$|\s$/;

/** Whether the name of a custom field could be taken for one that says what its values are, or would lose its end: then the type has to stand behind it. */
export const isAmbiguousField = (name: string): boolean => ambiguous.test(name);
