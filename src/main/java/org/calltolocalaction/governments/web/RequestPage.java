package org.calltolocalaction.governments.web;

import org.calltolocalaction.governments.membership.JoinRequests.Asked;
import org.calltolocalaction.governments.web.RequestLines.RequestLine;

/**
 * What those see of one request to join who may answer it, or might have.
 *
 * @param list the page that has all of them
 * @param base the address under which it is answered
 */
record RequestPage(Asked asked, RequestLine line, String list, String base) {
}
