/**
 * A pledge’s page for coordinators: what was judged and discussed, and what is theirs to
 * decide.
 */
package org.calltolocalaction.coordination.web.pledge;
