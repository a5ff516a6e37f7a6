import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
