/**
 * What a mail says, block by block, and how it is written: as plain text and as a page.
 */
@org.springframework.modulith.NamedInterface("content")
@NullMarked
package org.calltolocalaction.post.content;

import org.jspecify.annotations.NullMarked;
