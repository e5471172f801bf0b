/** Downloads for members: single files, and everything that a government has told. */
@NullMarked
package org.calltolocalaction.pledges.files.web;

import org.jspecify.annotations.NullMarked;
