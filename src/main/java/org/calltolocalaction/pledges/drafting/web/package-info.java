/** Pages on which members fill a draft. */
package org.calltolocalaction.pledges.drafting.web;
