/** Downloads for members: single files, and everything that a government has told. */
package org.calltolocalaction.pledges.files.web;
