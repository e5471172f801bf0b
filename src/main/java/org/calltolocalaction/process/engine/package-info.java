/**
 * The engine itself: its configuration, its nodes and jobs, and the models that it is
 * given.
 */
package org.calltolocalaction.process.engine;
