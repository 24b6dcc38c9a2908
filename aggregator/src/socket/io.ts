import type { ClientToServer, ServerToClient } from '@mcc/contract'
import type { Server, Socket as IoSocket } from 'socket.io'
import type { Identity } from '../access/identity.js'

interface SocketData {
  identity: Identity
}
/** The server and its sockets, with the messages of the contract. */
export type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>
export type Socket = IoSocket<ClientToServer, ServerToClient, Record<string, never>, SocketData>
