import { contractsList } from '@/collections/contracts/contracts/contract.list'
import { listFile } from '../../../_list/listFile'

/** The list as it is seen, as XLSX. */
export const GET = listFile(contractsList)
