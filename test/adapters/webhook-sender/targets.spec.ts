import { HttpsWebhookSender, isPublicAddress, type Resolve } from '@kith/adapters';

/** Names that lead inside, as somebody's own name service could answer. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'rebound.example.org': ['10.0.0.5'],
  'loop.example.org': ['127.0.0.1'],
  'meta.example.org': ['169.254.169.254'],
  'mixed.example.org': ['93.184.215.14', '192.168.1.1'],
  'six.example.org': ['fd00:ec2::254'],
  'mapped.example.org': ['::ffff:10.0.0.1'],
  'nat64.example.org': ['64:ff9b::7f00:1'],
  '127.0.0.1.nip.example.org': ['127.0.0.1'],
};
const resolve: Resolve = async (host) => (inside[host] ?? ['93.184.215.14']).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const sender = new HttpsWebhookSender({ privateTargets: false, resolve });
const message = { webhookId: 'w', secrets: [`whsec_${Buffer.alloc(32, 1).toString('base64')}`], id: 'm', at: Date.now(), body: '{}' };

const hostile = [
  // not https
  'http://hooks.example.org/',
  'ftp://hooks.example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_INFO',
  'javascript:alert(1)',
  'data:text/plain,x',
  'ws://hooks.example.org/',
  'hooks.example.org',
  '//hooks.example.org/',
  '/v1/webhooks',
  '',
  // a user name and a password
  'https://admin:admin@hooks.example.org/',
  'https://hooks.example.org@127.0.0.1/',
  'https://user@hooks.example.org/',
  'https://:secret@hooks.example.org/',
  // this machine
  'https://127.0.0.1/',
  'https://127.0.0.1:7450/v1/keys',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://017700000001/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://127.0.0.1./',
  'https://127.255.255.254/',
  'https://0.0.0.0/',
  'https://0/',
  'https://0.1.2.3/',
  'https://127。0。0。1/',
  'https://１２７.０.０.１/',
  'https://①②⑦.⓪.⓪.①/',
  'https://%31%32%37.0.0.1/',
  'https:\\\\127.0.0.1\\',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://hooks.localhost/',
  'https://ｌｏｃａｌｈｏｓｔ/',
  'https://printer.local/',
  'https://vault.internal/',
  'https://router.lan/',
  'https://nas.home.arpa/',
  'https://intranet/',
  'https://kubernetes/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::]/',
  // addresses that wrap others
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:93.184.215.14]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::10.0.0.1]/',
  'https://[64:ff9b:1::10.0.0.1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  // networks inside
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://168.63.129.16/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fec0::1]/',
  // nobody's
  'https://192.0.2.1/',
  'https://198.51.100.7/',
  'https://203.0.113.9/',
  'https://198.18.0.1/',
  'https://192.0.0.192/',
  'https://192.88.99.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://240.0.0.1/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[100::1]/',
  'https://[4000::1]/',
  `https://hooks.example.org/${'x'.repeat(2_048)}`,
  // names that lead inside
  ...Object.keys(inside).map((host) => `https://${host}/`),
];

describe('a target', () => {
  it(`that is hostile is refused when a webhook is made: all ${hostile.length} of them`, async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    const taken = [];
    for (const url of hostile) if ((await sender.whyRefused(url)) === undefined) taken.push(url);
    expect(taken).toEqual([]);
  });

  it('that is hostile is refused at the moment of sending, too, whatever was checked before', async () => {
    for (const url of hostile) expect([url, (await sender.send({ ...message, url })).error]).toEqual([url, 'target-refused']);
  });

  it('that is public is taken', async () => {
    for (const url of [
      'https://hooks.example.org/kith',
      'https://hooks.example.org:8443/kith?x=1',
      'https://93.184.215.14/',
      'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
      'https://HOOKS.Example.ORG/',
      'https://münchen.example/',
    ])
      expect([url, await sender.whyRefused(url)]).toEqual([url, undefined]);
  });

  it('whose name cannot be resolved at the moment is taken: it is checked when connecting', async () => {
    const without = new HttpsWebhookSender({
      privateTargets: false,
      resolve: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
    });
    expect(await without.whyRefused('https://hooks.example.org/')).toBeUndefined();
    expect(await without.send({ ...message, url: 'https://hooks.example.org/' })).toMatchObject({ statusCode: null, error: 'name-unresolved' });
  });

  it('that is refused is told nothing of the addresses behind it', async () => {
    for (const url of hostile) expect(await sender.whyRefused(url)).not.toMatch(/\d+\.\d+|::|10\.|127/);
  });
});

it('addresses of the public network are told from all others', () => {
  for (const address of ['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:2800:21f::1', '2a00:1450:4007::8'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const address of ['', 'localhost', '10.0.0.1', '::ffff:8.8.8.8', '::8.8.8.8', '2002:808:808::1', 'fe80::1%eth0', '5f00::1', '2001:2::1', '2001:30::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});
