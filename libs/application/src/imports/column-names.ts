/** Columns of support desks under the letters and digits of their names, in lower case. */
const known: ReadonlyMap<string, string> = new Map(
  Object.entries({
    name: 'name',
    fullname: 'name',
    displayname: 'name',
    email: 'email',
    emails: 'email',
    emailaddress: 'email',
    emailaddresses: 'email',
    mail: 'email',
    phone: 'phone',
    phones: 'phone',
    phonenumber: 'phone',
    phonenumbers: 'phone',
    telephone: 'phone',
    externalid: 'externalId',
    externalids: 'externalId',
    details: 'details',
    detail: 'details',
    notes: 'notes',
    note: 'notes',
    role: 'role',
    organization: 'organization',
    organizations: 'organization',
    organisation: 'organization',
    organisations: 'organization',
    organizationname: 'organization',
    organisationname: 'organization',
    tags: 'tags',
    tag: 'tags',
    locale: 'locale',
    timezone: 'timeZone',
    verified: 'verified',
    primary: 'primary',
    shared: 'shared',
    suspended: 'suspended',
  }),
);

const whole = new Set(known.values());
const lists = new Set(['email', 'phone', 'externalId', 'organization', 'tags', 'verified', 'primary', 'shared']);
const customField = /^(?:custom[ _-]?fields?|fields?)\.(.+)$/isu;
const contactPoint = /^contact[ _-]?points?\.([a-z][a-z0-9_]*)(?:\.(.+))?$/isu;
/** As settings name channels. */
const channelName = /^[a-z][a-z0-9_]{0,31}$/;
const scopeText = /^[\x21-\x7e]{1,128}$/;

/** Whether a column is known to say nothing of the person: whose row it is in an export of Kith's own. */
export const isLeftOut = (column: string): boolean => column === 'kith_id';

/** What a column is read as by its name alone; undefined for one that is not known. */
export function columnTarget(column: string): string | undefined {
  const name = column.trim();
  if (name.length > 200) return undefined;
  const plain = known.get(name.toLowerCase().replace(/[\s_-]/g, ''));
  if (plain !== undefined) return plain;
  const field = customField.exec(name)?.[1];
  if (field !== undefined) return targetIf(`fields.${field}`);
  const point = contactPoint.exec(name);
  return point ? targetIf(`contactPoint.${(point[1] as string).toLowerCase()}${point[2] === undefined ? '' : `.${point[2]}`}`) : undefined;
}

const targetIf = (target: string): string | undefined => (isColumnTarget(target) ? target : undefined);

/** Whether a column can be read as this: `name`, `fields.<key>`, `fields.<key>:number`, `contactPoint.<channel>.<scope>` …. */
export function isColumnTarget(target: string): boolean {
  if (whole.has(target)) return true;
  const [kind, rest] = apart(target);
  if (kind === 'fields') return isFieldName(fieldOf(target).field.slice('fields.'.length));
  if (kind !== 'contactPoint') return false;
  const [channel, scope] = apart(rest);
  return channelName.test(channel) && (rest === channel || scopeText.test(scope));
}

/** Whether a row may say it several times, in one cell too. */
export const isListTarget = (target: string): boolean => lists.has(target) || target.startsWith('contactPoint.');

/** The field that a column is read as, and what its values are. */
export function fieldOf(target: string): { readonly field: string; readonly type: 'text' | 'number' | 'boolean' } {
  if (target === 'suspended') return { field: target, type: 'boolean' };
  const typed = target.startsWith('fields.') ? /^(.+):(text|number|boolean)$/su.exec(target) : null;
  return typed ? { field: typed[1] as string, type: typed[2] as 'text' | 'number' | 'boolean' } : { field: target, type: 'text' };
}

function apart(text: string): readonly [string, string] {
  const at = text.indexOf('.');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** As custom fields are named anywhere. */
const isFieldName = (name: string): boolean => name.length > 0 && name.length <= 64 && !/[\x00-\x1f\x7f\u2028\u2029]/.test(name);
