package org.calltolocalaction.editions.extension;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator gives one government or one pledge more time, for a reason that they read
 * and that stays on the audit trail. Whether there is such a holder is for the caller to
 * see to: editions know neither.
 */
@Service
public class GrantExtension {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final Extensions extensions;

	private final ExtensionTimer timer;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	private final Clock clock;

	GrantExtension(Editions editions, CallPolicy callPolicy, Extensions extensions, ExtensionTimer timer,
			ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.extensions = extensions;
		this.timer = timer;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Refused where the edition takes nothing new any more, where the extension would end
	 * in the past or give no more time than there is without it.
	 */
	@Transactional(readOnly = true)
	public void requirePossible(Extension extension) {
		Edition edition = editions.edition(extension.edition());
		if (!edition.state().takesExtensions()) {
			throw new Refused("editions.refused.extension-none", edition.year());
		}
		Instant end = extension.until().instant();
		if (!end.isAfter(clock.instant())) {
			throw new Refused("editions.refused.extension-over");
		}
		if (!end.isAfter(edition.deadline().endOfGrace())) {
			throw new Refused("editions.refused.extension-before-deadline", edition.year());
		}
		boolean longer = extensions.running(edition.year(), clock.instant())
			.stream()
			.map(GrantedExtension::extension)
			.anyMatch(one -> one.holder().equals(extension.holder()) && !end.isAfter(one.until().instant()));
		if (longer) {
			throw new Refused("editions.refused.extension-longer");
		}
	}

	/**
	 * Has everybody who submits or confirms something at this moment wait, until this
	 * transaction ends: what the caller foresees then is what follows.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill() {
		callPolicy.change();
	}

	@Transactional
	public void grant(Extension extension, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.extension-no-reason");
		}
		callPolicy.change();
		editions.forChange(extension.edition());
		requirePossible(extension);
		PlacementPolicy before = callPolicy.inOrder();
		GrantedExtension granted = new GrantedExtension(extension, Text.trimmed(reason), by.id(),
				clock.instant().truncatedTo(ChronoUnit.SECONDS));
		extensions.add(granted);
		audit.record(AuditEntry.of("edition.extension-granted", extension.edition())
			.by(by)
			.with("extension", extension.id())
			.with(extension.holder().kind().fact(), extension.holder().id())
			.with("until", extension.until().zoned())
			.personal("reason", granted.reason()));
		timer.waitFor(extension.id());
		events.publishEvent(new ExtensionGranted(granted, before, before.extended(extension)));
	}

}
