/** The pages of the annual reports. */
@NullMarked
package org.calltolocalaction.reports.web;

import org.jspecify.annotations.NullMarked;
