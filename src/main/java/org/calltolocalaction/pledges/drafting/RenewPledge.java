package org.calltolocalaction.pledges.drafting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A government goes on with a pledge of an earlier year: a new pledge that begins with
 * the earlier one's answers and says which one it continues.
 */
@Service
public class RenewPledge {

	/** What is rarely the same a year later; consent is given anew each time. */
	private static final List<String> USUALLY_CHANGES = Stream
		.of(PledgeQuestion.HEAD_OF_GOVERNMENT, PledgeQuestion.SUMMARY, PledgeQuestion.EXPECTED_IMPACT,
				PledgeQuestion.STAGE, PledgeQuestion.END, PledgeQuestion.PARTNERS, PledgeQuestion.BUDGET,
				PledgeQuestion.SUPPORT_SOUGHT, PledgeQuestion.EVIDENCE, PledgeQuestion.CONTACT_NAME,
				PledgeQuestion.CONTACT_EMAIL)
		.map(PledgeQuestion::key)
		.toList();

	private final MyPledges mine;

	private final Revisions revisions;

	private final PledgeForm form;

	private final BeginPledge beginPledge;

	private final AuditTrail audit;

	RenewPledge(MyPledges mine, Revisions revisions, PledgeForm form, BeginPledge beginPledge, AuditTrail audit) {
		this.mine = mine;
		this.revisions = revisions;
		this.form = form;
		this.beginPledge = beginPledge;
		this.audit = audit;
	}

	/**
	 * The government's pledges that can be continued: those that stand in a report,
	 * newest first.
	 */
	@Transactional(readOnly = true)
	public List<Pledge> renewable(Person member) {
		return mine.of(member).stream().filter(pledge -> pledge.state() == PledgeState.INCLUDED).toList();
	}

	/**
	 * Goes on with a pledge that stands in a report, or with one that was withdrawn and
	 * may be too late to revive. Files stay with the earlier pledge: they show what was
	 * so then, and the new one says which it continues.
	 */
	@Transactional
	public PledgeReference renew(PledgeReference earlier, Person by) {
		Pledge pledge = mine.pledge(earlier, by);
		if (pledge.state() != PledgeState.INCLUDED && pledge.state() != PledgeState.WITHDRAWN) {
			throw new NotFound("A pledge " + earlier + " to go on with");
		}
		PledgeContent content = new PledgeContent(form.withoutFiles(revisions.latestOf(pledge).answers()));
		return beginPledge.begin(content.without(PledgeQuestion.CONSENT).answers(), earlier, by);
	}

	/**
	 * Notes that a draft goes on with an earlier pledge, which its author had not thought
	 * of.
	 */
	@Transactional
	public void link(PledgeReference draft, PledgeReference earlier, Person by) {
		Pledge published = published(earlier, by);
		Pledge pledge = mine.forChange(draft, by);
		if (pledge.state().editable() && !draft.equals(earlier)) {
			pledge.continues(published.reference());
			audit.record(AuditEntry.of("pledge.linked", draft).by(by).with("continues", earlier));
		}
	}

	/**
	 * What usually changes from year to year and still stands as it stood in the pledge
	 * that a draft continues.
	 */
	@Transactional(readOnly = true)
	public List<String> stillAsBefore(Pledge draft) {
		Optional<Answers> before = draft.continues()
			.map(earlier -> revisions.of(earlier))
			.map(all -> all.get(all.size() - 1).answers());
		return before
			.map(answers -> USUALLY_CHANGES.stream()
				.filter(path -> answers.value(path).isPresent()
						&& Objects.equals(answers.value(path), draft.answers().value(path)))
				.toList())
			.orElse(List.of());
	}

	private Pledge published(PledgeReference reference, Person by) {
		Pledge pledge = mine.pledge(reference, by);
		if (pledge.state() != PledgeState.INCLUDED) {
			throw new NotFound("A pledge " + reference + " that stands in a report");
		}
		return pledge;
	}

}
