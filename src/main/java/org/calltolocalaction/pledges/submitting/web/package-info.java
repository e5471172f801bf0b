/** Members restore withdrawn pledges on these pages. */
package org.calltolocalaction.pledges.submitting.web;
