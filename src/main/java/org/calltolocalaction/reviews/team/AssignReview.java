package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Refusal;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.interest.Interests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer gives an open review to a colleague of the same partner: what is nobody's,
 * theirs, or another's.
 */
@Service
public class AssignReview {

	/** What fits beside the review; longer talk belongs into the discussion. */
	public static final int LONGEST_NOTE = 1000;

	private final PartnerReviews partnerReviews;

	private final HandOver handOver;

	private final TellOfHandOver tell;

	private final Interests interests;

	private final Absences absences;

	private final People people;

	private final Clock clock;

	AssignReview(PartnerReviews partnerReviews, HandOver handOver, TellOfHandOver tell, Interests interests,
			Absences absences, People people, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.handOver = handOver;
		this.tell = tell;
		this.interests = interests;
		this.absences = absences;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The assignment that is asked for.
	 *
	 * @param from the colleague who has it, as the page showed it; null where it is
	 * believed to be nobody's
	 * @param note what the colleague is to read; may be empty
	 * @param knowingAway whether the page had said that the colleague is away
	 *
	 */
	public record Assignment(AccountId to, @Nullable AccountId from, String note, boolean knowingAway) {

		public Assignment {
			note = Text.trimmed(Text.PROSE.of(note));
		}

	}

	/** The result of an assignment. */
	public sealed interface Result {

		/** What follows in each case; whoever adds a case is asked here by javac. */
		<T> T fold(Function<Assigned, T> assigned, Function<Away, T> away, Function<NotAssigned, T> notAssigned);

	}

	/**
	 * The colleague has it; {@code before} them somebody else had it, or nobody, or they
	 * themselves.
	 */
	public record Assigned(Person to, Optional<AccountId> before) implements Result {

		@Override
		public <T> T fold(Function<Assigned, T> assigned, Function<Away, T> away,
				Function<NotAssigned, T> notAssigned) {
			return assigned.apply(this);
		}

		boolean changedHands() {
			return before.filter(to.id()::equals).isEmpty();
		}

	}

	/**
	 * The colleague is away, so it was not given to them; {@code deputy} does their work,
	 * if somebody does.
	 */
	public record Away(Absence absence, Optional<AccountId> deputy) implements Result {

		@Override
		public <T> T fold(Function<Assigned, T> assigned, Function<Away, T> away,
				Function<NotAssigned, T> notAssigned) {
			return away.apply(this);
		}

	}

	/** It is whose it was, and the form can be sent again with another answer. */
	public sealed interface NotAssigned extends Result, Refusal {

		@Override
		default <T> T fold(Function<Assigned, T> assigned, Function<Away, T> away,
				Function<NotAssigned, T> notAssigned) {
			return notAssigned.apply(this);
		}

	}

	/**
	 * Somebody else has it than the page showed; to give it on is to take it {@code from}
	 * them.
	 */
	public record HeldBy(AccountId colleague) implements NotAssigned {

		@Override
		public String messageKey() {
			return "team.assign.not.HELD";
		}

		@Override
		public Object[] arguments(Function<AccountId, String> nameOf) {
			return new Object[] { nameOf.apply(colleague) };
		}

	}

	/** It is not open any more. */
	public record NotOpen() implements NotAssigned {

		@Override
		public String messageKey() {
			return "team.assign.not.NOT_OPEN";
		}

	}

	/** The person whom the page offered does not review for the partner, or no longer. */
	public record NoColleague() implements NotAssigned {

		@Override
		public String messageKey() {
			return "team.assign.not.NO_COLLEAGUE";
		}

	}

	/** The colleague has declared an interest in the government. */
	public record KeepsOut() implements NotAssigned {

		@Override
		public String messageKey() {
			return "team.assign.not.KEEPS_OUT";
		}

	}

	/** The note is longer than {@value #LONGEST_NOTE} characters. */
	public record NoteTooLong() implements NotAssigned {

		@Override
		public String messageKey() {
			return "team.assign.not.NOTE";
		}

		@Override
		public Object[] arguments(Function<AccountId, String> nameOf) {
			return new Object[] { LONGEST_NOTE };
		}

	}

	/** Gives it on, and has both told who lose and get it. */
	@Transactional
	public Result assign(PledgeReference reference, Assignment assignment, Person by) {
		Result result = give(reference, assignment, by);
		if (result instanceof Assigned assigned && assigned.changedHands()) {
			tell.tell(Map.of(reference, assigned.before()), assigned.to(), assignment.note(), by);
		}
		return result;
	}

	/** Gives it on without telling anybody, for who tells of many at once. */
	@Transactional
	Result give(PledgeReference reference, Assignment assignment, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		Optional<Result> obstacle = obstacle(review, assignment, by);
		if (obstacle.isPresent()) {
			return obstacle.get();
		}
		Assigned assigned = new Assigned(people.person(assignment.to()), review.takenBy());
		if (assigned.changedHands()) {
			change(review, assigned.to(), assignment.note(), by);
		}
		return assigned;
	}

	private void change(Review review, Person to, String note, Person by) {
		if (to.id().equals(by.id())) {
			handOver.take(review, by);
		}
		else {
			handOver.give(review, to, note, by);
		}
	}

	private Optional<Result> obstacle(Review review, Assignment assignment, Person by) {
		if (!review.open()) {
			return Optional.of(new NotOpen());
		}
		if (people.find(assignment.to()).filter(person -> person.partner().equals(by.partner())).isEmpty()) {
			return Optional.of(new NoColleague());
		}
		if (interests.keepOut(assignment.to(), review)) {
			return Optional.of(new KeepsOut());
		}
		if (assignment.note().length() > LONGEST_NOTE) {
			return Optional.of(new NoteTooLong());
		}
		Optional<AccountId> holder = review.takenBy();
		if (holder.isPresent() && !holder.get().equals(by.id()) && !holder.get().equals(assignment.to())
				&& !holder.get().equals(assignment.from())) {
			return Optional.of(new HeldBy(holder.get()));
		}
		boolean known = assignment.knowingAway() || assignment.to().equals(by.id());
		return known ? Optional.empty() : away(assignment.to());
	}

	private Optional<Result> away(AccountId colleague) {
		Instant now = clock.instant();
		return absences.awayAt(colleague, now).map(absence -> new Away(absence, absences.deputyOf(colleague, now)));
	}

}
