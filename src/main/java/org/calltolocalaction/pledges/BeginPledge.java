package org.calltolocalaction.pledges;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member begins a pledge: it gets its reference with the first thing that is saved of it. */
@Service
public class BeginPledge {

	private final MyPledges mine;

	private final Pledges pledges;

	private final DraftSaves saves;

	private final PledgeNumbers numbers;

	private final AuditTrail audit;

	private final Clock clock;

	BeginPledge(MyPledges mine, Pledges pledges, DraftSaves saves, PledgeNumbers numbers, AuditTrail audit,
			Clock clock) {
		this.mine = mine;
		this.pledges = pledges;
		this.saves = saves;
		this.numbers = numbers;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional
	public PledgeReference begin(Answers answers, Person by) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		PledgeReference reference = numbers.next(now.atZone(ZoneOffset.UTC).getYear());
		Pledge draft = Pledge.draft(reference, mine.governmentOf(by).id(), answers, by.id(), now);
		pledges.saveAndFlush(draft);
		saves.kept(draft);
		audit.record(reference.value(), "pledge.begun", by.email(), "");
		return reference;
	}

}
