package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.EditionsChanged.Act;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever counts on a call's deadline that it is another, or that there is no
 * such call any more: to members of governments with drafts, and to whoever was reminded
 * of it.
 */
@Component
class EditionMailListener {

	private final EditionMailTexts texts;

	private final RemindedOfCall reminded;

	private final Editions editions;

	private final Pledges pledges;

	private final Governments governments;

	private final Outbox outbox;

	private final Clock clock;

	EditionMailListener(EditionMailTexts texts, RemindedOfCall reminded, Editions editions, Pledges pledges,
			Governments governments, Outbox outbox, Clock clock) {
		this.texts = texts;
		this.reminded = reminded;
		this.editions = editions;
		this.pledges = pledges;
		this.governments = governments;
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(DeadlineMoved moved) {
		Edition edition = editions.edition(moved.year());
		boolean wasOpen = moved.before()
			.find(moved.year())
			.filter(known -> known.state() == EditionState.OPEN)
			.isPresent();
		if (wasOpen || edition.state() == EditionState.OPEN) {
			Map<GovernmentId, List<Pledge>> drafts = pledges.inState(PledgeState.DRAFT)
				.stream()
				.collect(Collectors.groupingBy(Pledge::government));
			drafts.forEach((id, theirs) -> tell(governments.government(id), theirs, moved));
		}
	}

	@EventListener
	@Transactional
	void on(EditionsChanged changed) {
		if (changed.act() == Act.TAKEN_BACK) {
			for (Person person : reminded.of(changed.year())) {
				outbox.write(MailKey.of(MailKind.OPENING_TAKEN_BACK, changed.year(), person.id(), clock.instant()),
						person, texts.openingTakenBack(changed, person));
			}
		}
	}

	private void tell(Government government, List<Pledge> drafts, DeadlineMoved moved) {
		for (Person member : governments.members(government.id())) {
			// The instant, too: a deadline can be moved there and back.
			outbox.write(MailKey.of(MailKind.DEADLINE_MOVED, moved.year(), member.id(), moved.to().instant(),
					clock.instant()), member, texts.deadlineMoved(moved, government, drafts, member));
		}
	}

}
