/**
 * What the pages of all parts of the desk share: the list from which a review was opened,
 * and its address.
 */
package org.calltolocalaction.reviews.web;
