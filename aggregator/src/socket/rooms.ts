import { isTopic, type Topic } from '@mcc/contract'

const PREFIX = 'topic '
const CUT = ' cut to '

/** The room of a topic, or of the part that it is cut to. Rooms are named here and nowhere else. */
export const roomOf = (topic: Topic, to?: string): string =>
  PREFIX + topic + (to === undefined ? '' : CUT + to)

/** The topics among the rooms of a socket (each socket also has a room of its own). */
export const topicsOf = (rooms: ReadonlySet<string>): Topic[] =>
  [...rooms].flatMap((room) => {
    const name = room.startsWith(PREFIX) ? room.slice(PREFIX.length).split(CUT)[0] : ''
    return isTopic(name) ? [name] : []
  })

/** Those among `rooms` that hear only a part of the topic. */
export const cutRooms = (rooms: Iterable<string>, topic: Topic): string[] =>
  [...rooms].filter((room) => room.startsWith(PREFIX + topic + CUT))
