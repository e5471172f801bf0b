/** Reviewers join the discussion of a pledge on these pages. */
package org.calltolocalaction.reviews.discussion.web;
