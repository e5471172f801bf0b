/** The page on which a reviewer judges a pledge. */
@NullMarked
package org.calltolocalaction.reviews.judging.web;

import org.jspecify.annotations.NullMarked;
