import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchOwnWords } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/talk.css'
import './styles/canvas.css'
import './styles/insights.css'

await fetchOwnWords().catch(() => undefined)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
