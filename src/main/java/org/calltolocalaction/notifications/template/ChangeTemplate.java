package org.calltolocalaction.notifications.template;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator words anew what mails say, or puts the standard text back. What was
 * written before says what it said; what is written from now on says the new text.
 */
@Service
@Transactional
public class ChangeTemplate {

	private static final int LONGEST_REASON = 1000;

	private final TemplateVersions versions;

	private final RememberedWords remembered;

	private final StandardTexts standards;

	private final AuditTrail audit;

	private final Clock clock;

	ChangeTemplate(TemplateVersions versions, RememberedWords remembered, StandardTexts standards, AuditTrail audit,
			Clock clock) {
		this.versions = versions;
		this.remembered = remembered;
		this.standards = standards;
		this.audit = audit;
		this.clock = clock;
	}

	/** What became of it. */
	public enum Answer {

		DONE,

		/** The same words again are no change. */
		NOTHING_CHANGED,

		/** Somebody else worded it meanwhile: nothing was changed. */
		CHANGED_MEANWHILE

	}

	/**
	 * @param seen the version that the coordinator had before their eyes
	 * @param typed by the names of the pieces; what is missing or the standard text is
	 * the standard text
	 * @throws Refused where a text cannot be sent, or no reason is given
	 */
	public Answer word(TemplateId id, int seen, Map<String, String> typed, String reason, Person by) {
		by.requireCoordinator();
		Map<String, String> own = new TreeMap<>();
		id.template().pieces().stream().filter(piece -> typed.containsKey(piece.name())).forEach(piece -> {
			String text = typed.getOrDefault(piece.name(), "");
			if (!isStandard(piece, id, text)) {
				own.put(piece.name(), PieceText.of(piece, text).written());
			}
		});
		return write(id, seen, own, reason, by);
	}

	/** All pieces say the standard text again. */
	public Answer reset(TemplateId id, int seen, String reason, Person by) {
		by.requireCoordinator();
		return write(id, seen, Map.of(), reason, by);
	}

	/**
	 * What was in force once is again.
	 * @throws Refused where it says what a release has taken away
	 */
	public Answer bringBack(TemplateId id, int seen, int earlier, String reason, Person by) {
		by.requireCoordinator();
		TemplateVersion version = versions.version(id, earlier)
			.orElseThrow(() -> new NotFound("Version " + earlier + " of " + id));
		return word(id, seen, version.texts(), reason, by);
	}

	private Answer write(TemplateId id, int seen, Map<String, String> own, String reason, Person by) {
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("templates.reason.missing");
		}
		if (Text.trimmed(reason).length() > LONGEST_REASON) {
			throw new Refused("coordination.reason.long", LONGEST_REASON);
		}
		TemplateVersion now = versions.newest(id);
		if (now.number() != seen) {
			return Answer.CHANGED_MEANWHILE;
		}
		Map<String, String> standard = new TreeMap<>();
		own.keySet()
			.forEach(name -> id.template()
				.piece(name)
				.ifPresent(piece -> standard.put(name, standards.of(piece, id.language()))));
		TemplateVersion next = new TemplateVersion(now.number() + 1, own, standard, Optional.of(by.id()),
				clock.instant(), Text.trimmed(reason));
		TreeSet<String> changed = next.changedFrom(now);
		if (changed.isEmpty()) {
			return Answer.NOTHING_CHANGED;
		}
		if (!versions.add(id, next)) {
			return Answer.CHANGED_MEANWHILE;
		}
		remembered.changed();
		AuditEntry entry = next.standard() ? AuditEntry.of("template.reset", id)
				: AuditEntry.of("template.changed", id);
		audit.record(
				entry.by(by).with("changed", changed).with("version", next.number()).personal("reason", next.reason()));
		return Answer.DONE;
	}

	private boolean isStandard(MailPiece piece, TemplateId id, String typed) {
		return Text.trimmed(Text.PROSE.of(typed)).equals(Text.trimmed(standards.of(piece, id.language())));
	}

}
