import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv';
import { type DtoClass, type Field, fieldsOf } from './compiled-rules';
import { assertPlain, pointerToken } from './plain-json';
import { type FieldError, HttpProblem, invalid } from './problems';

/** Judges bodies of one kind: the value itself, or a 400 that names each field at fault by JSON pointer. */
export type Compiled<T> = (value: unknown) => T;

/** The members of a schema that only people could otherwise say: the rules of a field, called as they are. */
const fieldRules = 'fieldRules';
const notAnObject = 'The value must be an object.';
const noSuchField = 'This route takes no such field.';

/**
 * A judge of the bodies that a class describes, made of the same rules as {@link Validated} and a tenth as costly. It makes
 * no instances: the value is answered as it came. For routes that take many items.
 */
export function compiled<T extends object>(type: DtoClass<T>): Compiled<T> {
  // Made on first use: what the decorators say of fields is complete only when all modules have been loaded.
  let judge: ValidateFunction | undefined;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HttpProblem('request-malformed', 'The body must be a JSON object.');
    assertPlain(value);
    judge ??= compiler().compile(schemaOf(type));
    if (!judge(value)) throw invalid(...(judge.errors ?? []).flatMap((error) => fieldError(error)));
    return value as T;
  };
}

function compiler(): Ajv {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, validateSchema: false, addUsedSchema: false });
  ajv.addKeyword({
    keyword: fieldRules,
    compile: ({ rules }: Field) => {
      const judge = (value: unknown): boolean => {
        for (const rule of rules) {
          if (rule.takes(value)) continue;
          judge.errors = [{ keyword: fieldRules, message: rule.complaint(value) }];
          return false;
        }
        return true;
      };
      judge.errors = [] as Partial<ErrorObject>[];
      return judge;
    },
  });
  return ajv;
}

function schemaOf(type: DtoClass<object>): AnySchemaObject {
  const fields = fieldsOf(type);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...fields].map(([name, field]) => [name, fieldSchema(field)])),
    required: [...fields].filter(([, { mayBeAbsent }]) => !mayBeAbsent).map(([name]) => name),
    // Ajv says of a missing member only its name; what it should have been is said by its rules.
    [absent]: Object.fromEntries([...fields].map(([name, { rules }]) => [name, rules.find(({ takes }) => !takes(undefined))?.complaint(undefined)])),
  };
}

/** Where a schema keeps what is said of members that are missing. */
const absent = 'x-absent';

function fieldSchema(field: Field): AnySchemaObject {
  const { nested, mayBeNull } = field;
  const rules = { [fieldRules]: field };
  const inner = nested && (nested.each ? { items: schemaOf(nested.type as DtoClass<object>) } : schemaOf(nested.type as DtoClass<object>));
  // What is wrong as a whole is not looked into.
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON schema
  const whole = inner ? { if: rules, then: inner, else: rules } : rules;
  return mayBeNull ? { if: { type: 'null' }, else: whole } : whole;
}

/** One error of Ajv's as it is told; those that only repeat another one are left out. */
function fieldError({ keyword, instancePath, params, message, parentSchema }: ErrorObject): readonly FieldError[] {
  switch (keyword) {
    case fieldRules:
      return [{ pointer: instancePath, detail: message ?? '' }];
    case 'additionalProperties':
      return [{ pointer: instancePath + pointerToken(params['additionalProperty']), detail: noSuchField }];
    case 'required':
      return [{ pointer: instancePath + pointerToken(params['missingProperty']), detail: parentSchema?.[absent]?.[params['missingProperty']] ?? '' }];
    case 'type':
      return [{ pointer: instancePath, detail: notAnObject }];
    default:
      return [];
  }
}
