import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; whoever holds one is let in, so only its digest is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
