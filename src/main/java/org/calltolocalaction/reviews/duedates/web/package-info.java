/** The page on which a reviewer makes and revokes the address, and what is behind it. */
@NullMarked
package org.calltolocalaction.reviews.duedates.web;

import org.jspecify.annotations.NullMarked;
