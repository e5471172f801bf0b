/**
 * Pages become documents on paper here: PDFs that anybody can read, print and keep, with
 * the files that belong to them.
 */
@org.springframework.modulith.NamedInterface("paper")
@NullMarked
package org.calltolocalaction.kernel.paper;

import org.jspecify.annotations.NullMarked;
