import { Missing } from '../_page/Missing'

/** For what throws below a page; pages themselves are drawn by `orMissing`. */
export default function NotFound() {
  return <Missing />
}
