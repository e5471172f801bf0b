package org.calltolocalaction.editions.extension;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
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
		requirePossible(extension.edition(), extension.until(), List.of(extension));
	}

	private void requirePossible(EditionYear year, Deadline until, Collection<Extension> wanted) {
		requirePossible(year, until);
		Set<Holder> withAsMuchTime = withAsMuchTime(year, until);
		if (wanted.stream()
			.anyMatch(extension -> extension.until().equals(until) && withAsMuchTime.contains(extension.holder()))) {
			throw new Refused("editions.refused.extension-longer");
		}
	}

	/** The same of an end alone, whoever has the extension. */
	@Transactional(readOnly = true)
	public void requirePossible(EditionYear year, Deadline until) {
		Edition edition = editions.edition(year);
		if (!edition.state().takesExtensions()) {
			throw new Refused("editions.refused.extension-none", edition.year());
		}
		Instant end = until.instant();
		if (!end.isAfter(clock.instant())) {
			throw new Refused("editions.refused.extension-over");
		}
		if (!end.isAfter(edition.deadline().endOfGrace())) {
			throw new Refused("editions.refused.extension-before-deadline", edition.year());
		}
	}

	/** Who has an extension that ends no earlier. */
	@Transactional(readOnly = true)
	public Set<Holder> withAsMuchTime(EditionYear year, Deadline until) {
		return extensions.running(year, clock.instant())
			.stream()
			.map(GrantedExtension::extension)
			.filter(running -> !until.instant().isAfter(running.until().instant()))
			.map(Extension::holder)
			.collect(Collectors.toSet());
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
		String why = Text.trimmed(reason);
		grantAll(extension.edition(), List.of(extension), why, by, entry -> entry.personal("reason", why));
	}

	/**
	 * Several of one edition, all or none: pledges are placed anew once, when all are
	 * granted.
	 * @param act the entry of what they are a part of; there the reason stands, once
	 */
	@Transactional
	public void grantAll(EditionYear year, Collection<Extension> wanted, String reason, EntryId act, Person by) {
		grantAll(year, wanted, Text.trimmed(reason), by, entry -> entry.with("act", act));
	}

	private void grantAll(EditionYear year, Collection<Extension> wanted, String reason, Person by,
			UnaryOperator<AuditEntry> why) {
		by.requireCoordinator();
		if (reason.isEmpty()) {
			throw new Refused("editions.refused.extension-no-reason");
		}
		callPolicy.change();
		editions.forChange(year);
		wanted.stream().map(Extension::until).distinct().forEach(until -> requirePossible(year, until, wanted));
		PlacementPolicy before = callPolicy.inOrder();
		Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		List<GrantedExtension> granted = wanted.stream()
			.map(extension -> new GrantedExtension(extension, reason, by.id(), now))
			.toList();
		extensions.addAll(granted);
		audit.recordAll(granted.stream().map(one -> why.apply(entry(one.extension(), by))).toList());
		timer.waitFor(wanted.stream().map(Extension::id).toList());
		events.publishEvent(new ExtensionsGranted(year, granted, before, before.extended(wanted)));
	}

	private static AuditEntry entry(Extension extension, Person by) {
		return AuditEntry.of("edition.extension-granted", extension.edition())
			.by(by)
			.with("extension", extension.id())
			.with(extension.holder().kind().fact(), extension.holder().id())
			.with("until", extension.until().zoned());
	}

}
