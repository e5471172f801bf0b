package org.calltolocalaction.governments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.governments.Endorsement.Proof;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.governments.letters.SentLetter;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member records that their government endorsed the Marrakech Mayors Declaration, by a
 * signed letter or in the words of its head.
 */
@Service
@Transactional
public class EndorseDeclaration {

	/** How many letters a government may have sent, of whatever kind; all are kept. */
	static final int MOST_LETTERS = 40;

	private final Governments governments;

	private final RegisteredGovernments registered;

	private final Letters letters;

	private final AuditTrail trail;

	private final Clock clock;

	EndorseDeclaration(Governments governments, RegisteredGovernments registered, Letters letters, AuditTrail trail,
			Clock clock) {
		this.governments = governments;
		this.registered = registered;
		this.letters = letters;
		this.trail = trail;
		this.clock = clock;
	}

	/** The result of endorsing by a letter. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		default <T> T fold(Supplier<T> endorsed, Function<NotTaken, T> notTaken) {
			return this instanceof NotTaken file ? notTaken.apply(file) : endorsed.get();
		}

	}

	/** It is recorded. */
	public record Endorsed() implements Result {
	}

	/**
	 * Nothing was recorded: the file cannot be taken.
	 *
	 * @param messageKey of a sentence about the file, which takes its name
	 */
	public record NotTaken(String messageKey) implements Result {
	}

	/**
	 * In the words of the signatory. A letter that was sent before stays with it.
	 * @throws Refused where the day is to come, or there are neither words nor a letter
	 */
	public void endorse(Person by, Endorsement endorsement) {
		Government government = own(by, endorsement);
		Endorsement whole = withLetterOfBefore(endorsement, government);
		if (whole.proof() == Proof.NONE) {
			throw new Refused("endorsing.refused.unproven");
		}
		government.endorse(whole, clock.instant());
		trail.record(entry(by, government, whole));
	}

	/**
	 * By a letter, whatever is said beside it. One that was sent before is kept, but no
	 * longer shows it.
	 * @throws Refused where the day is to come, or too many letters were sent
	 */
	public Result endorse(Person by, Endorsement endorsement, SentLetter letter) {
		Government government = own(by, endorsement);
		if (letters.of(government.id(), MOST_LETTERS).size() >= MOST_LETTERS) {
			throw new Refused("endorsing.refused.enough-letters", MOST_LETTERS);
		}
		return letters.keep(government.id(), letter, by.id()).fold(kept -> {
			Endorsement whole = endorsement.by(kept.letter().id());
			government.endorse(whole, clock.instant());
			trail.record(entry(by, government, whole).with("file", kept.letter().sha256()));
			return new Endorsed();
		}, notKept -> new NotTaken(notKept.messageKey()));
	}

	/** What day it is where the person lives. */
	@Transactional(readOnly = true)
	public LocalDate today(Person person) {
		return LocalDate.ofInstant(clock.instant(), person.zone());
	}

	private Government own(Person by, Endorsement endorsement) {
		by.requireMayChange();
		if (endorsement.date().isAfter(today(by))) {
			throw new Refused("governments.refused.endorsedInFuture");
		}
		return governments.governmentOf(by.id())
			.flatMap(id -> registered.forChange(id.value()))
			.orElseThrow(() -> new NotFound("A government for which " + by.email() + " acts"));
	}

	private static Endorsement withLetterOfBefore(Endorsement endorsement, Government government) {
		return government.endorsement().flatMap(Endorsement::letter).map(endorsement::by).orElse(endorsement);
	}

	private static AuditEntry entry(Person by, Government government, Endorsement endorsement) {
		AuditEntry entry = AuditEntry.of("government.endorsed", government.id())
			.by(by)
			.with("endorsedOn", endorsement.date())
			.with("proof", endorsement.proof())
			.personal("signatory", endorsement.signatory());
		return endorsement.statement().isEmpty() ? entry : entry.personal("statement", endorsement.statement());
	}

}
