import { isTopic, type Topic } from '@mcc/contract'

const PREFIX = 'topic '

/** The room of a topic. Rooms are named here and nowhere else. */
export const roomOf = (topic: Topic): string => PREFIX + topic

/** The topics among the rooms of a socket (each socket also has a room of its own). */
export const topicsOf = (rooms: ReadonlySet<string>): Topic[] =>
  [...rooms].flatMap((room) => {
    const name = room.startsWith(PREFIX) ? room.slice(PREFIX.length) : ''
    return isTopic(name) ? [name] : []
  })
