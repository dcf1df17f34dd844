import type { NormaliserName } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';

const normalisers: Readonly<Record<NormaliserName, true>> = { 'email/1': true, 'e164/1': true, 'whatsapp/1': true, 'handle/1': true, 'opaque/1': true };
const maxChannels = 50;
const channelName = /^[a-z][a-z0-9_]{0,31}$/;

/** What each member of a channel must be; the domain decides whether they fit together. */
const members: Readonly<Record<string, { readonly takes: (value: unknown) => boolean; readonly what: string }>> = {
  normaliser: { takes: (value) => typeof value === 'string' && Object.hasOwn(normalisers, value), what: `one of ${Object.keys(normalisers).join(', ')}` },
  scoped: { takes: (value) => typeof value === 'boolean', what: 'a boolean' },
  priority: { takes: (value) => isIntegerIn(value, 0, 1000), what: 'an integer from 0 to 1000' },
  limit: { takes: (value) => isIntegerIn(value, 1, 1000), what: 'an integer from 1 to 1000' },
  verifiedOnly: { takes: (value) => typeof value === 'boolean', what: 'a boolean' },
};

const isIntegerIn = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const complaining = (name: string, complaint: (value: unknown) => string | undefined): PropertyDecorator =>
  ValidateBy({
    name,
    validator: { validate: (value: unknown) => complaint(value) === undefined, defaultMessage: (args?: ValidationArguments) => complaint(args?.value) ?? '' },
  });

/** Channels by name, each with all its rules. */
export const ChannelMap = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'object', maxProperties: maxChannels, additionalProperties: { $ref: '#/components/schemas/ChannelAnswer' } }),
    complaining('channelMap', (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'The value must be an object.';
      const channels = Object.entries(value);
      if (channels.length > maxChannels) return `At most ${maxChannels} channels can be changed at once.`;
      for (const [i, [name, channel]] of channels.entries()) {
        if (!channelName.test(name)) return `Name of member ${i}: a channel name is 1 to 32 of a to z, 0 to 9 and _, and begins with a letter.`;
        const complaint = channelComplaint(channel);
        if (complaint) return `${name}: ${complaint}`;
      }
      return undefined;
    }),
  );

function channelComplaint(channel: unknown): string | undefined {
  if (typeof channel !== 'object' || channel === null || Array.isArray(channel)) return 'a channel must be an object.';
  const given = channel as Record<string, unknown>;
  if (Object.keys(given).some((name) => !Object.hasOwn(members, name))) return `a channel has ${Object.keys(members).join(', ')} and nothing else.`;
  const wrong = Object.entries(members).find(([name, { takes }]) => !takes(given[name]));
  return wrong && `${wrong[0]} must be ${wrong[1].what}.`;
}

/** Pairs of channel names. */
export const SiblingPairs = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'array', maxItems: 20, items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } } }),
    complaining('siblingPairs', (value) =>
      Array.isArray(value) && value.length <= 20 && value.every(isPairOfNames) ? undefined : 'The value must be a list of at most 20 pairs of channel names.',
    ),
  );

const isPairOfNames = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && pair.every((name) => typeof name === 'string' && channelName.test(name));
