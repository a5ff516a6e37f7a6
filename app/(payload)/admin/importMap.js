import { ScaledNumberCell as ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b } from '../../../src/admin/fields/ScaledNumberCell'
import { ScaledNumberField as ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38 } from '../../../src/admin/fields/ScaledNumberField'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/ScaledNumberCell#ScaledNumberCell": ScaledNumberCell_e0ff7b478a87773c908845b9a4c9527b,
  "/src/admin/fields/ScaledNumberField#ScaledNumberField": ScaledNumberField_e56d6b1e38ee559933b7f7fcb186bf38,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
