/**
 * Pledges that may be the same are found here, for members who begin one and for
 * reviewers.
 */
@org.springframework.modulith.NamedInterface("similarity")
package org.calltolocalaction.pledges.similarity;
