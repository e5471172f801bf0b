/** Where reviewers join the discussion of a pledge. */
package org.calltolocalaction.reviews.discussion.web;
