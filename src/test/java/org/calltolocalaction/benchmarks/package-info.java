/**
 * How fast the desk is, measured and never asserted: {@code mvn -Pbenchmarks test}. A
 * machine that does something else at the same time must not break a build, and a limit
 * that holds everywhere says nothing.
 */
package org.calltolocalaction.benchmarks;
