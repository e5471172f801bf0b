package org.calltolocalaction.editions.extension;

import org.calltolocalaction.editions.PlacementPolicy;

/**
 * An extension was granted, in this transaction: what was late may be on time by it, and
 * who has it is told.
 *
 * @param before by which pledges were placed until now
 * @param after by which they are placed from now on
 */
public record ExtensionGranted(GrantedExtension granted, PlacementPolicy before, PlacementPolicy after) {
}
