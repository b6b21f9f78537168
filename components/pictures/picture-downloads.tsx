// The same picture to take away: as a drawing, as an image, as numbers.

/** `path` is the address of the page with its question; the files answer the same one. */
export function PictureDownloads({ name, query = '' }: { name: string; query?: string }) {
  const formats = ['svg', 'png', 'csv'] as const
  return (
    <p className="mt-5 text-sm text-muted print:hidden">
      Download as{' '}
      {formats.map((format, index) => (
        <span key={format}>
          {index > 0 && (index === 2 ? ' or ' : ', ')}
          <a href={`/pictures/${name}.${format}${query}`} download={`${name.replaceAll('/', '-')}.${format}`}>
            {format.toUpperCase()}
          </a>
        </span>
      ))}
      .
    </p>
  )
}
