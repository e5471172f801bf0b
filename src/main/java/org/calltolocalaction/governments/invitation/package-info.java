/** Members invite colleagues, who agree or decline. */
@org.springframework.modulith.NamedInterface("invitation")
package org.calltolocalaction.governments.invitation;
