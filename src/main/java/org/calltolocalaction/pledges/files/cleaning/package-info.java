/**
 * Takes out of files what they tell about people, places and devices beyond what they
 * show, so that a government that attaches a photograph does not publish where and by
 * whom it was taken.
 */
@NullMarked
package org.calltolocalaction.pledges.files.cleaning;

import org.jspecify.annotations.NullMarked;
