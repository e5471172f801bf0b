package org.calltolocalaction.governments.standing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.governments.letters.Letters.Kept;
import org.calltolocalaction.governments.letters.Letters.NotKept;
import org.calltolocalaction.governments.letters.SentLetter;
import org.calltolocalaction.governments.standing.StandingAnswers.StandingAnswer;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member tells the coordinators in words or by a letter that their government is the
 * one that it says it is: asked or not.
 */
@Service
@Transactional
public class AnswerCoordinators {

	/** How many characters an answer may have. */
	public static final int LONGEST_ANSWER = 4000;

	private final Governments governments;

	private final RegisteredGovernments registered;

	private final StandingAnswers answers;

	private final Letters letters;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AnswerCoordinators(Governments governments, RegisteredGovernments registered, StandingAnswers answers,
			Letters letters, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
		this.governments = governments;
		this.registered = registered;
		this.answers = answers;
		this.letters = letters;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/** The result of answering. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		default <T> T fold(Supplier<T> answered, Function<NotTaken, T> notTaken) {
			return this instanceof NotTaken file ? notTaken.apply(file) : answered.get();
		}

	}

	/** The coordinators have it. */
	public record Answered() implements Result {
	}

	/**
	 * Nothing was said: the file cannot be taken.
	 *
	 * @param messageKey of a sentence about the file, which takes its name
	 */
	public record NotTaken(String messageKey) implements Result {
	}

	/**
	 * @param words may be empty where there is a letter
	 * @throws Refused where nobody waits for an answer, or it is none
	 */
	public Result answer(Person by, String words, Optional<SentLetter> letter) {
		by.requireMayChange();
		GovernmentId own = governments.governmentOf(by.id())
			.orElseThrow(() -> new NotFound("A government for which " + by.email() + " acts"));
		Government government = registered.forChange(own.value()).orElseThrow();
		if (government.confirmed() || government.standing() == GovernmentStanding.REFUSED) {
			throw new Refused("standing.refused.not-asked");
		}
		String said = Text.trimmed(Text.PROSE.of(words));
		requireAnswer(said, letter);
		if (answers.of(own).size() >= StandingAnswers.MOST) {
			throw new Refused("standing.refused.enough-answers");
		}
		return letter.map(sent -> letters.keep(own, sent, by.id()))
			.map(result -> result.fold(kept -> answered(government, said, Optional.of(kept), by),
					AnswerCoordinators::notTaken))
			.orElseGet(() -> answered(government, said, Optional.empty(), by));
	}

	private static void requireAnswer(String said, Optional<SentLetter> letter) {
		if (said.isEmpty() && letter.isEmpty()) {
			throw new Refused("standing.refused.answer-missing");
		}
		if (said.length() > LONGEST_ANSWER) {
			throw new Refused("standing.refused.answer-long", LONGEST_ANSWER);
		}
	}

	private static Result notTaken(NotKept file) {
		return new NotTaken(file.messageKey());
	}

	private Result answered(Government government, String said, Optional<Kept> kept, Person by) {
		Instant now = clock.instant();
		Optional<LetterId> letter = kept.map(file -> file.letter().id());
		answers.keep(government.id(), new StandingAnswer(government.standingWords(), said, letter, now, by.id()));
		AuditEntry entry = AuditEntry.of("government.answered", government.id()).by(by).personal("answer", said);
		trail.record(kept.map(file -> entry.with("file", file.letter().sha256())).orElse(entry));
		// Whoever was not asked keeps the place in the order of those that wait.
		if (government.standing() == GovernmentStanding.ASKED) {
			government.stands(GovernmentStanding.UNCONFIRMED, by.id(), "", now);
		}
		events.publishEvent(new StandingChanged(government, GovernmentStanding.UNCONFIRMED, "", now));
		return new Answered();
	}

}
