// The few signs that the desk uses, drawn in the colour of the text around them and hidden from screen readers.
import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const UpIcon = () => <Icon>{<path d="M8 13V3M3.5 7.5 8 3l4.5 4.5" />}</Icon>
export const DownIcon = () => <Icon>{<path d="M8 3v10M3.5 8.5 8 13l4.5-4.5" />}</Icon>
export const CrossIcon = () => <Icon>{<path d="m4 4 8 8m-8 0 8-8" />}</Icon>
export const PlusIcon = () => <Icon>{<path d="M8 3v10M3 8h10" />}</Icon>
export const CheckIcon = () => <Icon>{<path d="m3 8.5 3.5 3.5L13 4.5" />}</Icon>
export const ChevronIcon = () => <Icon>{<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />}</Icon>
export const BellIcon = () => <Icon>{<path d="M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3L4 11Zm2.5 3.2c.8.8 2.2.8 3 0" />}</Icon>
export const BulletsIcon = () => <Icon>{<path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />}</Icon>
export const NumbersIcon = () => (
  <Icon>{<path d="M7 4h7M7 8h7M7 12h7M2 3l1-.6V6M1.8 9.8c.3-.6 1.7-.7 1.7.3 0 .8-1.7 1.2-1.7 2.6h1.8" strokeWidth="1.2" />}</Icon>
)
