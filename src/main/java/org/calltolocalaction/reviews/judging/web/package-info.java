/** The page on which a reviewer judges a pledge. */
package org.calltolocalaction.reviews.judging.web;
