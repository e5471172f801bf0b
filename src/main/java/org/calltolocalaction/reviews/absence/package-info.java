/** Who is away and who stands in, for whoever gives work to people or writes to them. */
@org.springframework.modulith.NamedInterface("absence")
@NullMarked
package org.calltolocalaction.reviews.absence;

import org.jspecify.annotations.NullMarked;
