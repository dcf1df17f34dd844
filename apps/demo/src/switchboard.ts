import type { EngineClient } from './engine-client';

/** A client company of the desk: everybody there calls by one number. */
const line = { channel: 'phone', value: '01 99 00 42 00' };
const staff = [
  { name: 'Nadia Verdier', address: 'nadia@atelier-verdier.example.com' },
  { name: 'Hugo Lambert', address: 'hugo@atelier-verdier.example.com' },
  { name: 'Élise Caron', address: 'elise@atelier-verdier.example.com' },
];

/** Tells the engine what the desk knows from before: the number is a switchboard, and who may be calling by it. */
export async function introduceSwitchboard(client: EngineClient): Promise<void> {
  await client.share(line.channel, line.value, 'switchboard');
  for (const { name, address } of staff) await client.createEndUser(name, [{ channel: 'email', value: address }, line]);
}
