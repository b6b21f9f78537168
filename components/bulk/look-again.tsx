'use client'
// Reads the page anew every second while something is under way; without scripts the browser does it every few seconds.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1000)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  )
}
