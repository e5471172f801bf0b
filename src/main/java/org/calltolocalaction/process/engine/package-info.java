/**
 * The engine itself: its configuration, its nodes and jobs, and the models that it is
 * given.
 */
@NullMarked
package org.calltolocalaction.process.engine;

import org.jspecify.annotations.NullMarked;
