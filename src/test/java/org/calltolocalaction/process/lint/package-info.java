/**
 * The rules for process models, so that whoever opens one in a modeler can read it, and a
 * build needs no other tool to say so.
 */
package org.calltolocalaction.process.lint;
