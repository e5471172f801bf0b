/**
 * Pages on which a draft is read by its link, and those on which members ask for that.
 */
@NullMarked
package org.calltolocalaction.pledges.signoff.web;

import org.jspecify.annotations.NullMarked;
