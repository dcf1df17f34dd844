import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationArguments, type ValidatorConstraintInterface } from 'class-validator';

/** A class that describes a body. */
export type DtoClass<T> = new () => T;

/** One rule of a field, as its decorator gave it to class-validator. */
export interface FieldRule {
  readonly takes: (value: unknown) => boolean;
  /** What is wrong with a value that it does not take: a sentence. */
  readonly complaint: (value: unknown) => string;
}

/** Everything that the decorators of a field say. */
export interface Field {
  /** In the order in which class-validator asks them; the first complaint is the one that is told. */
  readonly rules: readonly FieldRule[];
  readonly mayBeAbsent: boolean;
  readonly mayBeNull: boolean;
  /** What the field holds, when it holds objects that are described themselves. */
  readonly nested: { readonly type: DtoClass<unknown>; readonly each: boolean } | undefined;
}

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/**
 * The fields of a class by name, read from what its decorators told class-validator: whoever judges by these rules calls
 * the very functions that class-validator calls.
 * @throws Error for a decorator that cannot be judged in this way
 */
export function fieldsOf(type: DtoClass<object>): ReadonlyMap<string, Field> {
  const byName = new Map<string, Metadata[]>();
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(type, '', false, false)) {
    const known = byName.get(metadata.propertyName);
    if (known) known.push(metadata);
    else byName.set(metadata.propertyName, [metadata]);
  }
  return new Map([...byName].map(([name, metadatas]) => [name, fieldOf(type, name, metadatas)]));
}

function fieldOf(type: DtoClass<object>, name: string, metadatas: readonly Metadata[]): Field {
  const ofKind = (kind: string) => metadatas.filter((one) => one.type === kind);
  const [rules, nested, conditions] = [ofKind('customValidation'), ofKind('nestedValidation'), ofKind('conditionalValidation')];
  const strange = metadatas.find((one) => ![...rules, ...nested, ...conditions].includes(one) || one.groups?.length > 0 || one.validateIf);
  if (strange) throw new Error(`${type.name}.${name} has a rule (${strange.type}) that cannot be compiled`);
  // Conditions of ours look at nothing but the value itself.
  const skips = (value: unknown) => conditions.some(({ constraints: [isAsked] }) => !(isAsked as (object: object, value: unknown) => boolean)({}, value));
  const each = nested[0]?.each ?? false;
  return {
    rules: rules.flatMap(ruleOf),
    mayBeAbsent: skips(undefined),
    mayBeNull: skips(null),
    nested: nested.length > 0 ? { type: nestedType(type, name, each), each } : undefined,
  };
}

function ruleOf({ constraintCls, constraints, each, message, propertyName: property }: Metadata): FieldRule[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => {
      const args = (value: unknown): ValidationArguments => ({ value, constraints, property, targetName: '', object: {} });
      const one = (value: unknown): boolean => instance.validate(value, args(value)) === true;
      return {
        takes: each ? (value) => (Array.isArray(value) ? value.every(one) : one(value)) : one,
        complaint: (value) => sentence(message, instance, args(value)),
      };
    });
}

/** As class-validator words it, with what its messages leave open filled in. */
function sentence(message: Metadata['message'] | undefined, { defaultMessage }: ValidatorConstraintInterface, args: ValidationArguments): string {
  const text = (typeof message === 'function' ? message(args) : message) || (defaultMessage?.(args) ?? '');
  return text.replace(/\$constraint(\d)/g, (_, n) => [args.constraints[Number(n) - 1]].flat().join(', ')).replaceAll('$property', args.property);
}

/** class-transformer knows it, and tells it only by making one. */
function nestedType(type: DtoClass<object>, name: string, each: boolean): DtoClass<unknown> {
  const made = plainToInstance(type, { [name]: each ? [{}] : {} }) as Readonly<Record<string, unknown>>;
  const inner = (each ? (made[name] as readonly object[])[0] : made[name]) as object;
  if (inner.constructor === Object) throw new Error(`${type.name}.${name} does not say with @Type what it holds`);
  return inner.constructor as DtoClass<unknown>;
}
