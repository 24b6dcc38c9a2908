import type { ReactNode } from 'react'

/** The question of a scene, and on the right what it is about or measured against. */
export function SceneHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="scene-head">
      <h1>{title}</h1>
      <p>{children}</p>
    </header>
  )
}
