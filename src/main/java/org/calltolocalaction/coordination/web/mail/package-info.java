/** The log of every mail, as coordinators and auditors read it. */
@NullMarked
package org.calltolocalaction.coordination.web.mail;

import org.jspecify.annotations.NullMarked;
