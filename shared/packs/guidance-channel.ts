/** Guidance to all is one channel, whoever of them receives a pack of it. */
export function guidanceChannelOf(senderId: string): string {
  return `${senderId}/all`;
}

/**
 * Whether a channel is one of guidance. A number that is missing there may be of guidance to other offices: which ones a reader was meant
 * to have only its sender knows.
 */
export function isGuidanceChannel(channel: string): boolean {
  return channel.endsWith('/all');
}
