/** The pages of a reviewer’s list of work. */
package org.calltolocalaction.reviews.worklist.web;
