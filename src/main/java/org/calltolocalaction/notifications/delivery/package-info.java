/** Hands what is due to the mail server, and writes down what came of it. */
package org.calltolocalaction.notifications.delivery;
