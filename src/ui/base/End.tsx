/**
 * The last child of what stands as a whole (`data-whole`): a page that comes slowly shows such a piece when all of it
 * is there, instead of moving what it has already shown of it.
 */
export function End() {
  return <i className="end" hidden />
}
