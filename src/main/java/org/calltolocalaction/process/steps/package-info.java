/** The models call this: steps, dates and facts, each one use case. */
@NullMarked
package org.calltolocalaction.process.steps;

import org.jspecify.annotations.NullMarked;
