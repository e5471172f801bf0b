package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about a pledge to the people it concerns, each in their own language.
 * Writing takes part in the caller's transaction and is keyed: writing the same mail
 * twice leaves one. Called by the process.
 */
@Service
@Transactional
public class PledgeMails {

	private final MailContexts contexts;

	private final PledgeMailTexts memberTexts;

	private final PlacementMailTexts placementTexts;

	private final Placements placements;

	private final MailParts deskTexts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	private final Inclusions inclusions;

	private final Clock clock;

	PledgeMails(MailContexts contexts, PledgeMailTexts memberTexts, PlacementMailTexts placementTexts,
			Placements placements, MailParts deskTexts, Outbox outbox, Governments governments, People people,
			AvailableReviewers availableReviewers, Inclusions inclusions, Clock clock) {
		this.contexts = contexts;
		this.memberTexts = memberTexts;
		this.placementTexts = placementTexts;
		this.placements = placements;
		this.deskTexts = deskTexts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
		this.inclusions = inclusions;
		this.clock = clock;
	}

	/** To the government's members: the receipt of the newest revision. */
	public void receipt(PledgeReference reference) {
		toMembers(MailKind.RECEIPT, contexts.of(reference), memberTexts::receipt);
	}

	/** To the reviewers who can take what their partner is asked: a review waits. */
	public void reviewWaiting(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		context.open()
			.forEach(review -> to(availableReviewers.of(review), MailKind.REVIEW_WAITING, context,
					(about, reviewer) -> deskTexts.reviewWaiting(about, review, reviewer), review.partner(),
					LocalDate.ofInstant(review.dueAt(), ZoneOffset.UTC)));
	}

	/**
	 * To the government's members: what the partners, or the coordinators, ask to be
	 * changed, in their words.
	 */
	public void changesRequested(PledgeReference reference) {
		toMembers(MailKind.CHANGES_REQUESTED, contexts.of(reference), memberTexts::changesRequested);
	}

	/**
	 * To the government's members: the changes that were asked for are still waited for.
	 * Nothing where they are not, because the answer and the reminder may have crossed.
	 */
	public void changesReminder(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		if (context.pledge().state() == PledgeState.CHANGES_REQUESTED) {
			toMembers(MailKind.CHANGES_REMINDER, context, memberTexts::changesReminder,
					LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
		}
	}

	/**
	 * To the government's members: the pledge is accepted, and the edition it counts for
	 * as things are now.
	 */
	public void accepted(PledgeReference reference) {
		toMembers(MailKind.ACCEPTED, contexts.of(reference), memberTexts::accepted);
	}

	/**
	 * To the government's members: the pledge is declined, and what the partners or the
	 * coordinators wrote.
	 */
	public void declined(PledgeReference reference) {
		toMembers(MailKind.DECLINED, contexts.of(reference), memberTexts::declined);
	}

	/** To the coordinators: a decision is asked of them. */
	public void decisionWaiting(PledgeReference reference) {
		toCoordinators(MailKind.DECISION_WAITING, contexts.of(reference), deskTexts::decisionWaiting);
	}

	/**
	 * To the government's members: the pledge counts for a later edition or waits for the
	 * next, and why; each time that it is carried there.
	 */
	public void carriedOver(PledgeReference reference) {
		MailContext about = contexts.of(reference);
		inclusions.find(reference)
			.ifPresentOrElse(inclusion -> carriedOver(about, Placement.in(inclusion.edition()), inclusion.includedAt()),
					() -> carriedOver(about, placements.countsFor(about.pledge()),
							about.pledge().waitingSince().orElseThrow()));
	}

	/**
	 * @param since which tells one time that it is carried there from the next
	 */
	private void carriedOver(MailContext about, Placement placement, Instant since) {
		toMembers(MailKind.CARRIED_OVER, about,
				(context, member) -> placementTexts.carriedOver(context, placement, member), placement, since);
	}

	/**
	 * To the government's members: the report is closed without the pledge, because it
	 * waits for them.
	 */
	public void leftOut(PledgeReference reference, EditionYear year) {
		toMembers(MailKind.LEFT_OUT, contexts.of(reference),
				(context, member) -> memberTexts.leftOut(context, year, member), year);
	}

	private void toMembers(MailKind kind, MailContext context, BiFunction<MailContext, Person, MailText> letter,
			Object... telling) {
		to(governments.members(context.government().id()), kind, context, letter, telling);
	}

	private void toCoordinators(MailKind kind, MailContext context, BiFunction<MailContext, Person, MailText> letter) {
		to(people.coordinators(), kind, context, letter);
	}

	private void to(List<Person> recipients, MailKind kind, MailContext context,
			BiFunction<MailContext, Person, MailText> letter, Object... telling) {
		Object[] occasionAndMore = Stream.concat(Stream.of(context.occasion()), Stream.of(telling)).toArray();
		for (Person recipient : recipients) {
			outbox.write(MailKey.of(kind, context.reference(), recipient.id(), occasionAndMore), recipient,
					letter.apply(context, recipient));
		}
	}

}
