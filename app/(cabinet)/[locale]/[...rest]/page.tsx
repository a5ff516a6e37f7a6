import { notFound } from 'next/navigation'
import { openPage } from '../../_page/openPage'

/**
 * Whatever no page answers. Without it Next gives its own page, made while building: in English, without the cabinet's
 * frame, and with scripts that carry no nonce, so the browser refuses them.
 */
export default openPage(async () => notFound())
