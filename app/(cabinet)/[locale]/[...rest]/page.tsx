import { notFound } from 'next/navigation'

/** Any address that is no page: the answer is the cabinet's own. */
export default function NoSuchPage(): never {
  notFound()
}
