import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './target';

/** All addresses that a name has at this moment. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** As the rest of the machine resolves names. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** The name leads to an address that is not public: nothing was sent. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
}

/**
 * What a socket asks for the addresses it may connect to: every one of them is checked, at the moment of connecting. A check
 * before it would be worth nothing, because the name can lead elsewhere by then.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublicAddress(address))) callback(new TargetRefused('the name leads to no public address'), '', 0);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
