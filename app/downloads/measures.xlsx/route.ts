// GET /downloads/measures.xlsx: all measures that the filter of /measures asks for, as XLSX.
import { download } from '../answer.ts'

export const GET = download('xlsx')
