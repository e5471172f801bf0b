package org.calltolocalaction.editions.extension;

import java.time.Clock;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator ends an extension before its time. What was submitted by it stays on
 * time: nothing that somebody did in trust is undone.
 */
@Service
public class EndExtension {

	private final CallPolicy callPolicy;

	private final Extensions extensions;

	private final ExtensionTimer timer;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	private final Clock clock;

	EndExtension(CallPolicy callPolicy, Extensions extensions, ExtensionTimer timer, ApplicationEventPublisher events,
			AuditTrail audit, Clock clock) {
		this.callPolicy = callPolicy;
		this.extensions = extensions;
		this.timer = timer;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether there is anything to end. */
	public boolean possible(Extension extension) {
		return extension.runs(clock.instant());
	}

	@Transactional
	public void end(ExtensionId id, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.extension-no-reason");
		}
		callPolicy.change();
		Extension extension = extensions.extension(id).extension();
		if (!possible(extension)) {
			throw new Refused("editions.refused.extension-ended");
		}
		Extension ended = extension.ended(clock.instant());
		extensions.end(ended);
		audit.record(AuditEntry.of("edition.extension-ended", extension.edition())
			.by(by)
			.with("extension", id)
			.with(extension.holder().kind().fact(), extension.holder().id())
			.with("until", extension.until().zoned())
			.personal("reason", Text.trimmed(reason)));
		timer.ended(id);
		events.publishEvent(new ExtensionEnded(ended, Text.trimmed(reason)));
	}

}
