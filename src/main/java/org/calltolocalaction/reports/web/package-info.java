/** The pages of the annual reports. */
package org.calltolocalaction.reports.web;
