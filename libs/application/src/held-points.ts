/** How many contact points of a channel an end user holds, as far as the read models know: limits are convergent, not exact. */
export abstract class HeldPoints {
  abstract count(tenant: string, endUserId: string, channel: string): Promise<number>;
}
