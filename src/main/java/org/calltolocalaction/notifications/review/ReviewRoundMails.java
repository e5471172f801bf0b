package org.calltolocalaction.notifications.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.calltolocalaction.reviews.rounds.ReminderStep;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows up reviews that are overdue, from those who have them to those who can do
 * without them, and writes down who was told. Doing a step again tells nobody twice.
 * Called by the process.
 */
@Service
@Transactional
public class ReviewRoundMails {

	private final MailContexts contexts;

	private final ReviewRoundMailTexts texts;

	private final Reminders reminders;

	private final Outbox outbox;

	private final People people;

	private final AvailableReviewers availableReviewers;

	private final Absences absences;

	private final Clock clock;

	ReviewRoundMails(MailContexts contexts, ReviewRoundMailTexts texts, Reminders reminders, Outbox outbox, People people,
			AvailableReviewers availableReviewers, Absences absences, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.reminders = reminders;
		this.outbox = outbox;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.absences = absences;
		this.clock = clock;
	}

	/**
	 * To whoever has taken an overdue review, or stands in for them; to all reviewers of
	 * the partner where nobody has.
	 */
	public void remindReviewers(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		for (Review review : overdue(context)) {
			List<Person> reviewers = reviewersWith(review);
			if (reminders.note(review, ReminderStep.REVIEWERS, reviewers)) {
				write(MailKind.REVIEW_OVERDUE, context, reviewers,
						(about, reviewer) -> texts.reviewOverdue(about, review, reviewer), review.partner());
			}
		}
	}

	/**
	 * To the leads of partners whose review is still open, and to whoever stands in for a
	 * lead who is away; of a partner without a lead, the coordinators are told.
	 */
	public void tellLeads(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		for (Review review : overdue(context)) {
			List<Person> leads = leadsAndDeputies(review);
			if (reminders.note(review, ReminderStep.LEADS, leads)) {
				write(MailKind.REVIEW_STILL_OVERDUE, context, leads,
						(about, lead) -> texts.reviewStillOverdue(about, review, lead), review.partner());
			}
		}
		tellCoordinators(context, overdue(context).stream().filter(this::withoutLead).toList());
	}

	/**
	 * To the coordinators, of reviews that are still open and of which they have not been
	 * told yet.
	 */
	public void tellCoordinators(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		tellCoordinators(context, overdue(context));
	}

	private void tellCoordinators(MailContext context, List<Review> late) {
		List<Person> coordinators = people.coordinators();
		List<Review> unknown = late.stream()
			.filter(review -> reminders.note(review, ReminderStep.COORDINATORS, coordinators))
			.toList();
		if (!unknown.isEmpty()) {
			List<Review> withoutLead = unknown.stream().filter(this::withoutLead).toList();
			write(MailKind.REVIEW_ESCALATED, context, coordinators,
					(about, coordinator) -> texts.reviewEscalated(about, unknown, withoutLead, coordinator),
					unknown.get(0).partner());
		}
	}

	private List<Review> overdue(MailContext context) {
		return context.open().stream().filter(review -> !review.dueAt().isAfter(clock.instant())).toList();
	}

	private List<Person> reviewersWith(Review review) {
		return review.takenBy()
			.flatMap(this::presentFor)
			.flatMap(people::find)
			.filter(holder -> holder.partner().filter(review.partner()::equals).isPresent())
			.map(List::of)
			.orElseGet(() -> availableReviewers.of(review));
	}

	/** The holder, or who stands in while they are away; nobody where nobody does. */
	private Optional<AccountId> presentFor(AccountId holder) {
		return absences.awayAt(holder, clock.instant()).isEmpty() ? Optional.of(holder)
				: absences.deputyOf(holder, clock.instant());
	}

	private List<Person> leadsAndDeputies(Review review) {
		List<Person> leads = people.leadsOf(review.partner());
		Stream<Person> deputies = leads.stream()
			.map(lead -> absences.deputyOf(lead.id(), clock.instant()))
			.flatMap(Optional::stream)
			.map(people::person);
		return Stream.concat(leads.stream(), deputies).distinct().toList();
	}

	private boolean withoutLead(Review review) {
		return people.leadsOf(review.partner()).isEmpty();
	}

	private void write(MailKind kind, MailContext context, List<Person> readers,
			BiFunction<MailContext, Person, MailText> letter, Object telling) {
		for (Person reader : readers) {
			outbox.write(MailKey.of(kind, context.reference(), reader.id(), context.occasion(), telling), reader,
					letter.apply(context, reader));
		}
	}

}
