import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/base.css'
import { router } from './app/router.js'
import { keepAskingForStyles } from './rest/lasting-styles.js'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
keepAskingForStyles()
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
