/** Reviewers join the discussion of a pledge on these pages. */
@NullMarked
package org.calltolocalaction.reviews.discussion.web;

import org.jspecify.annotations.NullMarked;
