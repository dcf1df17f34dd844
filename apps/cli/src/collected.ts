/** For an option that may be repeated: each value beside those before. A variadic one would take the arguments after it, too. */
export const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
