package org.calltolocalaction.editions.extension;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;

/**
 * Extensions of one edition were granted, in this transaction: what was late may be on
 * time by them, and who has one is told.
 *
 * @param before by which pledges were placed until now
 * @param after by which they are placed from now on
 */
public record ExtensionsGranted(EditionYear edition, List<GrantedExtension> granted, PlacementPolicy before,
		PlacementPolicy after) {
}
