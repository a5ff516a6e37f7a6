/** A small fault that somebody could make, and the tests that must notice it. */
export type Mutant = {
  /** What a person would lose by it, in one line. */
  fault: string
  /** The source file, from the root of the clone. */
  file: string
  /** Text that stands in the file exactly once … */
  find: string
  /** … and what stands there with the fault. */
  put: string
  /** Files of tests, from the root; the first folder below `tests` names their project. At least one of their tests must fail. */
  tests: readonly string[]
}
