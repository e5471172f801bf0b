/**
 * What tests of every module share: one database, one mail server, and a clock that they
 * set.
 */
package org.calltolocalaction.testing;
