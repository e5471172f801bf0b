/** The pages on which members fill, submit and follow their government's pledges. */
package org.calltolocalaction.pledges.web;
