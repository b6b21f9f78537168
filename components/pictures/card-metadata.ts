// The card of a page in its metadata, for whoever shows a preview of a link.
import type { Metadata } from 'next'

/** `name` is that of the card: a ref, a ref and version, a code. */
export function withCard(name: string, { title, description, url }: { title: string; description: string; url: string }): Metadata {
  const images = [{ url: `/pictures/cards/${name}.png`, width: 1200, height: 630, type: 'image/png', alt: title }]
  return {
    openGraph: { title, description, url, type: 'article', siteName: 'As Amended', locale: 'en', images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
