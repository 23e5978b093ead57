/** The only source of the present moment; business due times come from it, leases and time-outs do not. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
