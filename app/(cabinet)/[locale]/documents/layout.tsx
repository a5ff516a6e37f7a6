import { moduleLayout } from '../../_page/moduleLayout'

export default moduleLayout('documents')
