import { allows, type Caller, isTopic, type Need, type Topic } from '@mcc/contract'

type TopicKind = Topic extends infer T ? (T extends `province:${string}` ? 'province' : T) : never

/** What each kind of topic asks of its reader; a new topic without a line here does not compile. */
const TOPIC_NEEDS: Record<TopicKind, Need> = {
  nation: 'aggregates',
  province: 'aggregates',
  allocation: 'aggregates',
  aefi: 'aggregates',
  alarms: 'aggregates',
  system: 'aggregates',
  playlists: 'aggregates',
}

export const needOfTopic = (topic: Topic): Need =>
  TOPIC_NEEDS[topic.startsWith('province:') ? 'province' : (topic as TopicKind)]

/** May `caller` read this topic? The one scope check of rooms and of snapshots. */
export function admits(
  caller: Caller | undefined,
  topic: unknown,
): { ok: true; topic: Topic } | { ok: false; code: 'no_such_topic' | 'not_allowed' } {
  if (!isTopic(topic)) return { ok: false, code: 'no_such_topic' }
  const unit = topic.startsWith('province:') ? topic.slice('province:'.length) : undefined
  return allows(caller, needOfTopic(topic), unit) ? { ok: true, topic } : { ok: false, code: 'not_allowed' }
}
