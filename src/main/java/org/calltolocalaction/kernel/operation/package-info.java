/** What operators watch: failures, events of security, room on the disk. */
@org.springframework.modulith.NamedInterface("operation")
package org.calltolocalaction.kernel.operation;
