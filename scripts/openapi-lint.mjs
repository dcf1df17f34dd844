// node scripts/openapi-lint.mjs < openapi.json: what Spectral and Redocly find in an OpenAPI document by their recommended rules, a line each.
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';

const source = await text(process.stdin);

const spectral = new spectralCore.Spectral();
spectral.setRuleset({ extends: [[spectralRulesets.oas, 'recommended']] });
for (const { code, path, message } of await spectral.run(JSON.parse(source))) process.stdout.write(`spectral ${code} at ${path.join(' ')}: ${message}\n`);

const found = await lintFromString({ source, absoluteRef: '/openapi.json', config: await createConfig({ extends: ['recommended'] }) });
for (const { ruleId, location, message } of found) process.stdout.write(`redocly ${ruleId} at ${location[0]?.pointer}: ${message}\n`);
