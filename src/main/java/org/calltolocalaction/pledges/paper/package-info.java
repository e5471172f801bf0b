/**
 * What a government keeps, hangs up or hands on: receipts and whole pledges as documents
 * on paper.
 */
@org.springframework.modulith.NamedInterface("paper")
@NullMarked
package org.calltolocalaction.pledges.paper;

import org.jspecify.annotations.NullMarked;
