import { claimedDomains, domainLimits, emailDomain, type GivenDomain, isAnybodys, type MembershipSettings, Refusal, type RefusalCode } from '@kith/domain';

const nobody: Pick<MembershipSettings, 'freeMail' | 'notFreeMail'> = { freeMail: [], notFreeMail: [] };
const claims = (...given: GivenDomain[]) => claimedDomains(given, nobody);
const refusal = (given: GivenDomain[], settings = nobody): Refusal => {
  try {
    claimedDomains(given, settings);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the claims were accepted');
};

describe('the domains that an organization claims', () => {
  it('are what addresses there have behind the at sign', () => {
    for (const [given, domain] of [
      ['Acme.Example', 'acme.example'],
      ['  acme.example ', 'acme.example'],
      ['acme.example.', 'acme.example'],
      ['MÜLLER.de', 'xn--mller-kva.de'],
      ['xn--mller-kva.de', 'xn--mller-kva.de'],
      ['例え.jp', 'xn--r8jz45g.jp'],
      ['mail.acme.co.uk', 'mail.acme.co.uk'],
      ['acme.github.io', 'acme.github.io'],
    ] as const)
      expect(claims({ domain: given })).toEqual([{ domain, subdomains: false, except: [], precedence: 100 }]);
  });

  it.each([
    ['', 'invalid-domain'],
    ['acme', 'invalid-domain'],
    ['localhost', 'invalid-domain'],
    ['*.acme.example', 'invalid-domain'],
    ['@acme.example', 'invalid-domain'],
    ['lea@acme.example', 'invalid-domain'],
    ['https://acme.example', 'invalid-domain'],
    ['acme.example/path', 'invalid-domain'],
    ['acme.example:25', 'invalid-domain'],
    ['192.0.2.1', 'invalid-domain'],
    ['[2001:db8::1]', 'invalid-domain'],
    ['0x7f.1', 'invalid-domain'],
    ['acme..example', 'invalid-domain'],
    ['-acme.example', 'invalid-domain'],
    [`${'a'.repeat(64)}.example`, 'invalid-domain'],
    [`${'a.'.repeat(130)}example`, 'invalid-domain'],
    ['host.invalid', 'invalid-domain'],
    ['acme\u0000.example', 'invalid-domain'],
    ['com', 'invalid-domain'],
    ['co.uk', 'public-suffix'],
    ['github.io', 'public-suffix'],
    ['blogspot.com', 'public-suffix'],
    ['xn--55qx5d.cn', 'public-suffix'],
    ['公司.cn', 'public-suffix'],
    ['gmail.com', 'free-mail'],
    ['GMX.de', 'free-mail'],
    ['qq.com', 'free-mail'],
  ])('are not %j (%s)', (domain, reason) => {
    const { code, details } = refusal([{ domain: 'fine.example' }, { domain }]);
    expect([code, details]).toEqual(['organization-domain-invalid', { pointer: '/domains/1/domain', reason }]);
  });

  it('are free mail where the tenant says so, and not where it says that they are not', () => {
    const settings = { freeMail: ['students.example'], notFreeMail: ['gmail.com'] };
    expect(refusal([{ domain: 'Students.example' }], settings).details.reason).toBe('free-mail');
    expect(claimedDomains([{ domain: 'gmail.com' }], settings)).toHaveLength(1);
    expect(isAnybodys('gmail.com', { freeMail: ['gmail.com'], notFreeMail: ['gmail.com'] })).toBe(true);
  });

  it('stand in one order, and so do their exceptions, each once', () => {
    const given = { domain: 'b.example', subdomains: true, except: ['Z.b.example', 'a.b.example', 'z.b.example', 'x.a.b.example'], precedence: 0 };
    expect(claims(given, { domain: 'a.example' })).toEqual([
      { domain: 'a.example', subdomains: false, except: [], precedence: 100 },
      { domain: 'b.example', subdomains: true, except: ['a.b.example', 'x.a.b.example', 'z.b.example'], precedence: 0 },
    ]);
  });

  it.each<[string, GivenDomain[], RefusalCode, string]>([
    ['the same twice', [{ domain: 'a.example' }, { domain: 'b.example' }, { domain: 'A.EXAMPLE.' }], 'organization-domain-taken', '/domains/2/domain'],
    ['the domain itself as its exception', [{ domain: 'a.example', except: ['a.example'] }], 'organization-domain-invalid', '/domains/0/except/0'],
    ['an exception elsewhere', [{ domain: 'a.example', except: ['x.a.example', 'xa.example'] }], 'organization-domain-invalid', '/domains/0/except/1'],
    ['a precedence below', [{ domain: 'a.example', precedence: -1 }], 'organization-domain-invalid', '/domains/0/precedence'],
    ['a precedence above', [{ domain: 'a.example', precedence: 1_001 }], 'organization-domain-invalid', '/domains/0/precedence'],
    ['half a precedence', [{ domain: 'a.example', precedence: 0.5 }], 'organization-domain-invalid', '/domains/0/precedence'],
    ['no number', [{ domain: 'a.example', precedence: Number.NaN }], 'organization-domain-invalid', '/domains/0/precedence'],
  ])('are refused with the place: %s', (_, given, code, pointer) => {
    const refused = refusal(given);
    expect([refused.code, refused.details.pointer]).toEqual([code, pointer]);
  });

  it('are so many at most, and their exceptions in all', () => {
    const many = Array.from({ length: domainLimits.domains + 1 }, (_, i) => ({ domain: `d${i}.example` }));
    expect(refusal(many).code).toBe('profile-limit-reached');
    expect(claims(...many.slice(1))).toHaveLength(domainLimits.domains);
    const except = (count: number) => Array.from({ length: count }, (_, i) => `e${i}.a.example`);
    expect(refusal([{ domain: 'a.example', except: except(domainLimits.exceptions + 1) }]).code).toBe('profile-limit-reached');
    expect(claims({ domain: 'a.example', except: except(domainLimits.exceptions) })[0]?.except).toHaveLength(domainLimits.exceptions);
  });

  it('are written as they are claimed when they are read again', () => {
    for (const domain of ['xn--mller-kva.de', 'acme.example', 'a.b.c.example']) expect(emailDomain(domain)).toBe(domain);
  });
});
