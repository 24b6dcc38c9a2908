import {
  allows,
  type Caller,
  isTopic,
  type Json,
  type Need,
  type Playlist,
  type PlaylistsState,
  type Topic,
  topicsOfWall,
} from '@mcc/contract'

type TopicKind = Topic extends infer T ? (T extends `province:${string}` ? 'province' : T) : never

/** What each kind of topic asks of its reader; a new topic without a line here does not compile. */
const TOPIC_NEEDS: Record<TopicKind, Need> = {
  nation: 'topics',
  province: 'topics',
  allocation: 'topics',
  aefi: 'topics',
  alarms: 'topics',
  system: 'topics',
  playlists: 'topics',
}

export const needOfTopic = (topic: Topic): Need =>
  TOPIC_NEEDS[topic.startsWith('province:') ? 'province' : (topic as TopicKind)]

/** A wall is held to what the scenes of its own playlist need, as the playlist stands now. */
const shows = ({ role, playlist }: Caller, topic: Topic, playlists: readonly Playlist[]): boolean =>
  role !== 'wall' || topicsOfWall(playlists.find((p) => p.id === playlist)).has(topic)

/** May `caller` read this topic? The one scope check of rooms and of snapshots. */
export function admits(
  caller: Caller | undefined,
  topic: unknown,
  playlists: readonly Playlist[],
): { ok: true; topic: Topic } | { ok: false; code: 'no_such_topic' | 'not_allowed' } {
  if (!isTopic(topic)) return { ok: false, code: 'no_such_topic' }
  const unit = topic.startsWith('province:') ? topic.slice('province:'.length) : undefined
  const may = allows(caller, needOfTopic(topic), unit) && caller !== undefined
  return may && shows(caller, topic, playlists) ? { ok: true, topic } : { ok: false, code: 'not_allowed' }
}

/** The playlist that a topic is cut to before `caller` reads it: a wall learns of its own only. */
export const cutTo = (caller: Caller | undefined, topic: Topic): string | undefined =>
  topic === 'playlists' ? caller?.playlist : undefined

/** The state of a topic, of `playlists` only the one that it is cut to. */
export function cut(state: Json, to: string | undefined): Json {
  if (to === undefined) return state
  const { version, playlists } = state as unknown as PlaylistsState
  return { version, playlists: playlists.filter((p) => p.id === to) } as unknown as Json
}
