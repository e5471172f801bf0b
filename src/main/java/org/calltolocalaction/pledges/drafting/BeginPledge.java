package org.calltolocalaction.pledges.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.calltolocalaction.pledges.keeping.PledgeNumbers;
import org.calltolocalaction.pledges.keeping.RoomForPledges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member begins a pledge, which gets its reference at once. */
@Service
public class BeginPledge {

	private final PledgeForm form;

	private final MyPledges mine;

	private final Pledges pledges;

	private final DraftSaves saves;

	private final PledgeNumbers numbers;

	private final RoomForPledges room;

	private final AuditTrail audit;

	private final Clock clock;

	BeginPledge(PledgeForm form, MyPledges mine, Pledges pledges, DraftSaves saves, PledgeNumbers numbers,
			RoomForPledges room, AuditTrail audit, Clock clock) {
		this.form = form;
		this.mine = mine;
		this.pledges = pledges;
		this.saves = saves;
		this.numbers = numbers;
		this.room = room;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Begins with what the form has standing there, and with what need not be typed:
	 * language, member as contact.
	 * @throws Refused where the government or the person has too many drafts
	 */
	@Transactional
	public PledgeReference begin(Person by) {
		return begin(new PledgeContent(form.definition().initial())
			.with(PledgeQuestion.LANGUAGE, by.language().getLanguage())
			.with(PledgeQuestion.CONTACT_NAME, by.name())
			.with(PledgeQuestion.CONTACT_EMAIL, by.email())
			.answers(), by);
	}

	@Transactional
	public PledgeReference begin(Answers answers, Person by) {
		return begin(answers, null, by);
	}

	/**
	 * @param continued the earlier pledge that it continues, or null
	 */
	@Transactional
	public PledgeReference begin(Answers answers, @Nullable PledgeReference continued, Person by) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		GovernmentId government = mine.openGovernmentOf(by).id();
		room.forDraft(government, by);
		PledgeReference reference = numbers.next(now.atZone(ZoneOffset.UTC).getYear());
		Pledge draft = Pledge.draft(reference, government, answers, by.id(), now);
		if (continued != null) {
			draft.continues(continued);
		}
		pledges.saveAndFlush(draft);
		saves.kept(draft, null);
		audit.record(AuditEntry.of("pledge.begun", reference).by(by).with("continues", Optional.ofNullable(continued)));
		return reference;
	}

}
