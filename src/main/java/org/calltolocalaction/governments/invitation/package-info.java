/** Members invite colleagues, who agree or decline. */
@org.springframework.modulith.NamedInterface("invitation")
@NullMarked
package org.calltolocalaction.governments.invitation;

import org.jspecify.annotations.NullMarked;
