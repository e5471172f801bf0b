package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a pledge's process tells of it: its receipt and its outcome, and that the
 * coordinators have to decide. Writing takes part in the caller's transaction and is
 * keyed: writing the same mail twice leaves one. Called by the process.
 */
@Service
@Transactional
public class PledgeMails {

	private final MailContexts contexts;

	private final PledgeMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	PledgeMails(MailContexts contexts, PledgeMailTexts texts, Outbox outbox, Governments governments, People people,
			Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	/** To the government's members: the receipt of the newest revision. */
	public void receipt(PledgeReference reference) {
		toMembers(MailKind.RECEIPT, contexts.of(reference), texts::receipt);
	}

	/**
	 * To the government's members: what the partners, or the coordinators, ask to be
	 * changed, in their words.
	 */
	public void changesRequested(PledgeReference reference) {
		toMembers(MailKind.CHANGES_REQUESTED, contexts.of(reference), texts::changesRequested);
	}

	/**
	 * To the government's members: the changes that were asked for are still waited for.
	 * Nothing where they are not, because the answer and the reminder may have crossed.
	 */
	public void changesReminder(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		if (context.pledge().state() == PledgeState.CHANGES_REQUESTED) {
			outbox.writeToEach(governments.members(context.government().id()), MailKind.CHANGES_REMINDER, reference,
					member -> texts.changesReminder(context, member), context.occasion(),
					LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
		}
	}

	/**
	 * To the government's members: the pledge is accepted, and the edition it counts for
	 * as things are now.
	 */
	public void accepted(PledgeReference reference) {
		toMembers(MailKind.ACCEPTED, contexts.of(reference), texts::accepted);
	}

	/**
	 * To the government's members: the pledge is declined, and what the partners or the
	 * coordinators wrote.
	 */
	public void declined(PledgeReference reference) {
		toMembers(MailKind.DECLINED, contexts.of(reference), texts::declined);
	}

	/** To the coordinators: a decision is asked of them. */
	public void decisionWaiting(PledgeReference reference) {
		MailContext context = contexts.of(reference);
		outbox.writeToEach(people.coordinators(), MailKind.DECISION_WAITING, reference,
				coordinator -> texts.decisionWaiting(context, coordinator), context.occasion());
	}

	private void toMembers(MailKind kind, MailContext context, BiFunction<MailContext, Person, MailText> text) {
		outbox.writeToEach(governments.members(context.government().id()), kind, context.reference(),
				member -> text.apply(context, member), context.occasion());
	}

}
