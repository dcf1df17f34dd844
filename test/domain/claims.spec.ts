import { changedDomains, claimable, type KnownClaim, organizationsAt, winningClaim } from '@kith/domain';

const claim = (organizationId: string, domain: string, more: Partial<KnownClaim> = {}): KnownClaim => ({
  organizationId,
  domain,
  subdomains: false,
  except: [],
  precedence: 100,
  since: 1n,
  ...more,
});
const winner = (domain: string, ...claims: KnownClaim[]) => winningClaim(domain, claims)?.organizationId;
const noSettings = { freeMail: [], notFreeMail: [] };

describe('which domains can stand for an address', () => {
  it('are its own and those above it, down to the one that was registered', () => {
    expect(claimable('acme.example')).toEqual(['acme.example']);
    expect(claimable('a.b.acme.example')).toEqual(['a.b.acme.example', 'b.acme.example', 'acme.example']);
    expect(claimable('shop.acme.co.uk')).toEqual(['shop.acme.co.uk', 'acme.co.uk']);
    expect(claimable('mail.acme.github.io')).toEqual(['mail.acme.github.io', 'acme.github.io']);
  });
  it('are none where nobody can claim any', () => {
    for (const domain of ['co.uk', 'github.io', 'localhost', 'example', '[192.0.2.1]', '192.0.2.1', '']) expect(claimable(domain)).toEqual([]);
  });
  it('are few however many labels somebody has written', () => {
    const long = `${'a.'.repeat(100)}acme.example`;
    const domains = claimable(long);
    expect(domains).toHaveLength(9);
    expect([domains[0], domains.at(-2), domains.at(-1)]).toEqual([long, 'a.acme.example', 'acme.example']);
  });
});

describe('whose claim an address goes by', () => {
  it('is nobody’s whom the domain does not lead to', () => {
    expect(winner('acme.example')).toBeUndefined();
    expect(winner('acme.example', claim('x', 'example'), claim('x', 'other.example'), claim('x', 'cme.example', { subdomains: true }))).toBeUndefined();
    expect(winner('shop.acme.example', claim('x', 'acme.example'))).toBeUndefined();
  });
  it('is the more specific one, whatever else is said', () => {
    const above = claim('x', 'acme.example', { subdomains: true, precedence: 0 });
    expect(winner('shop.acme.example', above)).toBe('x');
    expect(winner('shop.acme.example', above, claim('y', 'shop.acme.example', { precedence: 1000, since: 9n }))).toBe('y');
    expect(winner('a.shop.acme.example', above, claim('y', 'shop.acme.example'))).toBe('x');
    expect(winner('acme.example', above, claim('y', 'shop.acme.example'))).toBe('x');
  });
  it('is of one domain the one with the lower precedence, then the older, then the lower id', () => {
    expect(winner('acme.example', claim('x', 'acme.example'), claim('y', 'acme.example', { precedence: 99, since: 9n }))).toBe('y');
    expect(winner('acme.example', claim('x', 'acme.example', { since: 2n }), claim('y', 'acme.example'))).toBe('y');
    expect(winner('acme.example', claim('y', 'acme.example'), claim('x', 'acme.example'))).toBe('x');
  });
  it('does not stand for what is excepted from it, with all below, and leaves that to whoever claims above', () => {
    const except = { subdomains: true, except: ['shop.acme.example'] };
    const one = claim('x', 'acme.example', except);
    expect(winner('shop.acme.example', one)).toBeUndefined();
    expect(winner('a.shop.acme.example', one)).toBeUndefined();
    expect(winner('workshop.acme.example', one)).toBe('x');
    expect(winner('acme.example', one)).toBe('x');
    expect(winner('shop.acme.example', one, claim('y', 'acme.example', { subdomains: true, precedence: 900 }))).toBe('y');
    expect(winner('shop.acme.example', one, claim('y', 'shop.acme.example'))).toBe('y');
  });
});

describe('the organizations of addresses', () => {
  it('are those that win at each domain', () => {
    const at = organizationsAt(['acme.example', 'shop.acme.example', 'other.example'], [claim('x', 'acme.example', { subdomains: true })], noSettings);
    expect(Object.fromEntries(at)).toEqual({ 'acme.example': 'x', 'shop.acme.example': 'x' });
  });
  it('are none where anybody can have an address, by the list and by what the tenant says', () => {
    const claims = ['gmail.com', 'acme.example', 'rr.com', 'nyc.rr.com', 'web.de'].map((domain) => claim('x', domain, { subdomains: true }));
    const settings = { freeMail: ['acme.example'], notFreeMail: ['web.de'] };
    const at = organizationsAt(['gmail.com', 'acme.example', 'shop.acme.example', 'rr.com', 'la.rr.com', 'nyc.rr.com', 'web.de'], claims, settings);
    expect([...at.keys()]).toEqual(['nyc.rr.com', 'web.de']);
    expect(organizationsAt(['acme.example', 'web.de'], claims, noSettings)).toEqual(new Map([['acme.example', 'x']]));
  });
});

it('tells of which domains a claim was added, dropped or changed', () => {
  const one = { domain: 'a.example', subdomains: false, except: [], precedence: 100 };
  expect(changedDomains([], [one])).toEqual(['a.example']);
  expect(changedDomains([one], [])).toEqual(['a.example']);
  expect(changedDomains([one], [{ ...one }])).toEqual([]);
  for (const change of [{ subdomains: true }, { except: ['x.a.example'] }, { precedence: 1 }])
    expect(changedDomains([one], [{ ...one, ...change }])).toEqual(['a.example']);
  expect(changedDomains([one, { ...one, domain: 'b.example' }], [{ ...one, domain: 'c.example' }, one])).toEqual(['b.example', 'c.example']);
});
