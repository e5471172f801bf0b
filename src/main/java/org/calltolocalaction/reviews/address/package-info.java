/**
 * The address of a list of reviews: its tab, search and order, for the pages that lead
 * back to it and for the pages and mails that lead to it.
 */
@org.springframework.modulith.NamedInterface("address")
@NullMarked
package org.calltolocalaction.reviews.address;

import org.jspecify.annotations.NullMarked;
