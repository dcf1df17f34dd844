import 'reflect-metadata';
import { Controller, Get, Module, NotFoundException, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { announced } from './announced';
import { BareKeyCheck, BareLookup } from './bare-lookup';

const [file = '', key = ''] = process.argv.slice(2);
const lookup = new BareLookup(file);

@Controller('v1/contact-points')
class LookupController {
  @Get(':channel/:value')
  find(@Param('channel') channel: string, @Param('value') value: string): object {
    const found = lookup.find(channel, value);
    if (!found) throw new NotFoundException();
    return found;
  }
}

@Module({ controllers: [LookupController] })
class LookupModule {}

/** Nest on Fastify with one route, nothing else; the key check is a Fastify hook because a guard costs more. */
async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(LookupModule, new FastifyAdapter(), { logger: false });
  const check = new BareKeyCheck(key);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (check.passes(request.headers.authorization)) return done();
      void reply.code(401).send();
    });
  await app.listen(0, '127.0.0.1');
  announced(app.getHttpServer());
}

void main();
