/** Pages on which members follow their government’s pledges. */
package org.calltolocalaction.pledges.progress.web;
