/** The pages of a reviewer’s list of work. */
@NullMarked
package org.calltolocalaction.reviews.worklist.web;

import org.jspecify.annotations.NullMarked;
