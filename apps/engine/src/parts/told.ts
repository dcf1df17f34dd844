/** A status as JSON that {@link understood} reads again: JSON knows no bigint. */
export const told = (status: unknown): object =>
  JSON.parse(JSON.stringify(status, (_, value) => (typeof value === 'bigint' ? { bigint: value.toString() } : value)));

/** What was {@link told}. */
export const understood = <Status>(status: object): Status =>
  JSON.parse(JSON.stringify(status), (_, value) => (isBigint(value) ? BigInt(value.bigint) : value)) as Status;

const isBigint = (value: unknown): value is { readonly bigint: string } =>
  typeof value === 'object' && value !== null && 'bigint' in value && Object.keys(value).length === 1;
