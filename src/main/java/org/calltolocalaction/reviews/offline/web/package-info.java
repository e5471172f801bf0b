/** Reviewers take a spreadsheet along and hand it in on these pages. */
@NullMarked
package org.calltolocalaction.reviews.offline.web;

import org.jspecify.annotations.NullMarked;
