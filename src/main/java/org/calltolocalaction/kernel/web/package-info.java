/** What holds for every request, whichever module answers it. */
package org.calltolocalaction.kernel.web;
