/** How much of a form with files is read, decided before any of it is. */
package org.calltolocalaction.kernel.web.upload;
