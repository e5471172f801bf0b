package org.calltolocalaction.notifications.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.calltolocalaction.reviews.rounds.ReminderStep;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a pledge's process tells of a round of reviews: that one waits, and where
 * it is overdue, from those who have it to those who can do without it; and writes down
 * who was told of that. Doing a step again tells nobody twice. Called by the process.
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

	ReviewRoundMails(MailContexts contexts, ReviewRoundMailTexts texts, Reminders reminders, Outbox outbox,
			People people, AvailableReviewers availableReviewers, Absences absences, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.reminders = reminders;
		this.outbox = outbox;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.absences = absences;
		this.clock = clock;
	}

	/** To the reviewers who can take what their partner is asked: a review waits. */
	public void reviewWaiting(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		context.open()
			.forEach(review -> outbox.writeToEach(availableReviewers.of(review), MailKind.REVIEW_WAITING, reference,
					reviewer -> texts.reviewWaiting(context, review, reviewer), context.occasion(), review.partner(),
					LocalDate.ofInstant(review.dueAt(), ZoneOffset.UTC)));
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
				outbox.writeToEach(reviewers, MailKind.REVIEW_OVERDUE, reference,
						reviewer -> texts.reviewOverdue(context, review, reviewer), context.occasion(),
						review.partner());
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
				outbox.writeToEach(leads, MailKind.REVIEW_STILL_OVERDUE, reference,
						lead -> texts.reviewStillOverdue(context, review, lead), context.occasion(), review.partner());
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
			outbox.writeToEach(coordinators, MailKind.REVIEW_ESCALATED, context.reference(),
					coordinator -> texts.reviewEscalated(context, unknown, withoutLead, coordinator),
					context.occasion(), unknown.get(0).partner());
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

}
