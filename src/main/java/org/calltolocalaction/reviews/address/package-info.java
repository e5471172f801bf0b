/**
 * The list from which a review was opened, as its address has it: the pages of all parts
 * lead back to it.
 */
@org.springframework.modulith.NamedInterface("address")
package org.calltolocalaction.reviews.address;
