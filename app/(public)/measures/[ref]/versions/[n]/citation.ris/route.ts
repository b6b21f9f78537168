// GET /measures/KZ-0007/versions/3/citation.ris: how to cite that version, as RIS.
import { citationFile } from '../citation-file.ts'

export const GET = citationFile('ris')
