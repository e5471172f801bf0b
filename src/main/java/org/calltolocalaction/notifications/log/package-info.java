/** The log of every mail: searched, read, and taken along. */
@org.springframework.modulith.NamedInterface("log")
@NullMarked
package org.calltolocalaction.notifications.log;

import org.jspecify.annotations.NullMarked;
