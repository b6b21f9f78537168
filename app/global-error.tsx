'use client'
// The last apology, when not even the frame of the page could be drawn.
import './globals.css'
import FaultPage from './error.tsx'

export default function GlobalFaultPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · As Amended</title>
        <FaultPage {...props} />
      </body>
    </html>
  )
}
