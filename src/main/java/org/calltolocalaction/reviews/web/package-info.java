/** The desk: a partner's worklist and the page on which a reviewer judges a pledge. */
package org.calltolocalaction.reviews.web;
