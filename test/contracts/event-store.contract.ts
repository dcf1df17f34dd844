import { appending } from './event-store/appending';
import { copiedLogs } from './event-store/copied';
import { counting } from './event-store/counting';
import { faults } from './event-store/faults';
import type { MakeEventStoreFixture } from './event-store/fixture';
import { following } from './event-store/following';
import { limits } from './event-store/limits';
import { ordering } from './event-store/ordering';
import { reading } from './event-store/reading';

/** What every event store promises; each adapter runs all of it. */
export function eventStoreContract(name: string, makeFixture: MakeEventStoreFixture): void {
  describe(`the event store contract: ${name}`, () => {
    describe('appending', () => appending(makeFixture));
    describe('limits of size and content', () => limits(makeFixture));
    describe('reading', () => reading(makeFixture));
    describe('one order over all streams', () => ordering(makeFixture));
    describe('counting', () => counting(makeFixture));
    describe('following', () => following(makeFixture));
    describe('logs that were copied', () => copiedLogs(makeFixture));
    describe('faults and the end', () => faults(makeFixture));
  });
}
