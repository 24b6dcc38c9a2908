import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// 64 MB and some 150 ms a try: dear to guess, cheap to sign in
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const LENGTH = 32

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `scrypt$SALT$KEY`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`
}

/** A hash that no password has: checking against it takes as long as against a real one. */
const NOBODY = `scrypt$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(LENGTH).toString('base64url')}`

/** Does `password` belong to `hash`? An absent hash takes the same time and is never matched. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? NOBODY).split('$')
  const derived = await derive(password, Buffer.from(salt, 'base64url'))
  const kept = Buffer.from(key, 'base64url')
  return hash !== undefined && kept.length === LENGTH && timingSafeEqual(derived, kept)
}
