import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type handleUnaryCall, Server, type sendUnaryData } from '@grpc/grpc-js';
import { appendMethod } from './append-method';
import { batchAppendMethod } from './batch-append-method';
import { deleteMethod, tombstoneMethod } from './delete-methods';
import { failures } from './failures';
import type { Node } from './node';
import { serialized } from './read-answers';
import { readMethod } from './read-method';

/** A member of the cluster as gossip shows it. */
export interface Member {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly state: 'leader' | 'follower' | 'unknown';
  readonly isAlive: boolean;
}

/** Reads hand over what was serialized before, so that an event is written once however often it is read. */
const streamsService = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: serialized } };

/** The gRPC server of a node that is still to be given its methods: its connections come first. */
export function newServer(maxMessageBytes: number): Server {
  return new Server({ 'grpc.max_receive_message_length': maxMessageBytes, 'grpc.max_send_message_length': -1 });
}

/** Gives a server the methods of a node. `unaryOnly` hides the batch method, as servers before 21.10 have none. */
export function addMethods(server: Server, node: Node, members: () => readonly Member[], unaryOnly: boolean): void {
  server.addService(streamsService, {
    read: readMethod(node),
    append: appendMethod(node),
    batchAppend: batchAppendMethod(node),
    delete: deleteMethod(node),
    tombstone: tombstoneMethod(node),
  });
  server.addService(GossipService, { read: whenWell(node, () => clusterInfo(members())) });
  server.addService(ServerFeaturesService, { getSupportedMethods: whenWell(node, () => supportedMethods(unaryOnly)) });
}

function whenWell<Request, Response>(node: Node, respond: () => Response): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const struck = node.faults.strike('gossip');
    if (struck === undefined) return callback(null, respond());
    void suffer(node, call.getPeer(), callback, struck, respond);
  };
}

async function suffer<Response>(
  node: Node,
  peer: string,
  callback: sendUnaryData<Response>,
  { fault, lifted }: { readonly fault: { readonly kind: string }; readonly lifted: Promise<void> },
  respond: () => Response,
): Promise<void> {
  if (fault.kind === 'drop') return node.connections.drop(peer);
  if (fault.kind === 'freeze') await lifted;
  if (fault.kind === 'freeze' || fault.kind === 'slow') return callback(null, respond());
  callback(fault.kind === 'not-ready' ? failures.notReady() : failures.unavailable());
}

function supportedMethods(unaryOnly: boolean): SupportedMethods {
  const methods = Object.values(StreamsService)
    .map(({ path }: { path: string }) => path.slice(path.lastIndexOf('/') + 1).toLowerCase())
    .filter((name) => !(unaryOnly && name === 'batchappend'))
    .map((name) =>
      new SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(name)
        .setFeaturesList(features[name] ?? []),
    );
  return new SupportedMethods().setEventStoreServerVersion('24.6.0').setMethodsList(methods);
}

const features: Readonly<Record<string, string[]>> = { read: ['position', 'events'], batchappend: ['deadline_duration'] };

const states = {
  leader: MemberInfo.VNodeState.LEADER,
  follower: MemberInfo.VNodeState.FOLLOWER,
  unknown: MemberInfo.VNodeState.UNKNOWN,
};

function clusterInfo(members: readonly Member[]): ClusterInfo {
  const ticks = (BigInt(Date.now()) * 10_000n).toString();
  return new ClusterInfo().setMembersList(
    members.map(({ id, host, port, state, isAlive }) =>
      new MemberInfo()
        .setInstanceId(new UUID().setString(id))
        .setTimeStamp(ticks)
        .setState(states[state])
        .setIsAlive(isAlive)
        .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port)),
    ),
  );
}
