'use client'
// Up, down and remove of one row, each with a name that says which row.
import { IconButton } from '#components/ui/button.tsx'
import { CrossIcon, DownIcon, UpIcon } from '#components/ui/icons.tsx'
import { fieldId } from './fields.ts'

type Props = { path: string; name: string; index: number; count: number; onMove: (by: -1 | 1) => void; onRemove: () => void }

export function RowControls({ path, name, index, count, onMove, onRemove }: Props) {
  return (
    <div className="flex shrink-0">
      <IconButton id={fieldId(`${path}.up`)} label={`Move ${name} up`} unavailable={index === 0} onClick={() => onMove(-1)}>
        <UpIcon />
      </IconButton>
      <IconButton id={fieldId(`${path}.down`)} label={`Move ${name} down`} unavailable={index === count - 1} onClick={() => onMove(1)}>
        <DownIcon />
      </IconButton>
      <IconButton label={`Remove ${name}`} onClick={onRemove}>
        <CrossIcon />
      </IconButton>
    </div>
  )
}
