package org.calltolocalaction.editions.extension;

import java.util.Collection;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever erases what was written on the trail when an extension was granted erases it
 * where it stands with the extension, too.
 */
@Component
class EraseReasons {

	private final Extensions extensions;

	EraseReasons(Extensions extensions) {
		this.extensions = extensions;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AuditEntry entry) {
		if (entry.kind().equals("personal.erased") && entry.facts().get("entries") instanceof Collection<?> erased) {
			extensions.eraseReasons(erased.stream().map(String::valueOf).map(Long::valueOf).toList());
		}
	}

}
