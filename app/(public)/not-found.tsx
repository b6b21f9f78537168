// A measure, version, economy or pillar that is not public, inside the frame of the public site.
import { NothingHere } from '#components/site/nothing-here.tsx'

export default function NotPublishedPage() {
  return <NothingHere />
}
