/** Pages on which members restore what they withdrew. */
package org.calltolocalaction.pledges.submitting.web;
