import { configurationReference } from './configuration-reference';

process.stdout.write(configurationReference());
