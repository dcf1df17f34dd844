import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MeasuredEventStore } from '../parts/measured-event-store';
import { AlwaysOpen } from './access';
import { Admission } from './admission';
import { Health } from './health';
import { LiveStreams } from './live-streams';
import { Metrics } from './metrics';

@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Health) private readonly health: Health,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(LiveStreams) private readonly liveStreams: LiveStreams,
    @Inject(MeasuredEventStore) private readonly store: MeasuredEventStore,
  ) {}

  @ApiOperation({ summary: 'Read the metrics', description: 'In the Prometheus text format. Nothing in it is about a tenant.' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @AlwaysOpen()
  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text({
      projections: this.health
        .projections()
        .map(({ name, lagEvents, lagSeconds, status }) => ({ name, events: lagEvents, seconds: lagSeconds, stopped: status === 'stopped' })),
      reactors: this.health.reactors().map(({ name, status }) => ({ name, stopped: status === 'stopped' })),
      requestsInFlight: this.admission.inFlight,
      liveStreams: this.liveStreams.count,
      appendsInFlight: this.store.appendsInFlight,
    });
  }
}
