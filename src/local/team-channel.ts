import type { LocalPerson } from './wire';

/**
 * A team's channel, in the page like one more chat: what the bot posts there shows, and whoever writes or taps in it is an
 * ordinary employee. The bot hears of it when it is opened for the first time.
 */
export const TEAM_CHANNEL: LocalPerson = {
  id: 'channel',
  aadObjectId: '00000000-0000-4000-8000-0000000000c1',
  name: '全庁連絡（チャネル）',
  kana: 'ぜんちょうれんらく',
  section: 'チームのチャネル（見本）',
  position: '',
  roles: [],
};

export const isTeamChannel = ({ aadObjectId }: LocalPerson): boolean =>
  aadObjectId === TEAM_CHANNEL.aadObjectId;
