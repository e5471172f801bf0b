/** The models call this: steps, dates and facts, each one use case. */
package org.calltolocalaction.process.steps;
