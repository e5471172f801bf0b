/**
 * Who can review, what they are called, and how the partners of an edition change after
 * its call is open.
 */
@org.springframework.modulith.NamedInterface("partner")
@NullMarked
package org.calltolocalaction.editions.partner;

import org.jspecify.annotations.NullMarked;
