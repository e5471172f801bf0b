/**
 * The only module that knows Camunda: its configuration, the steps of its models, and the
 * ports of the others.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Process")
@NullMarked
package org.calltolocalaction.process;

import org.jspecify.annotations.NullMarked;
