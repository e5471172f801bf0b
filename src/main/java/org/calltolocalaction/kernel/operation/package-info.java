/** What operators watch: failures, events of security, room on the disk. */
@org.springframework.modulith.NamedInterface("operation")
@NullMarked
package org.calltolocalaction.kernel.operation;

import org.jspecify.annotations.NullMarked;
