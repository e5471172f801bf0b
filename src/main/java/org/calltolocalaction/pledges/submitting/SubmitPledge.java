package org.calltolocalaction.pledges.submitting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.SubmittedContent;
import org.calltolocalaction.pledges.signoff.DraftSignOffs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member submits the working copy as the next revision. From the moment this returns
 * the pledge is not lost any more, and its process runs: both in one transaction.
 */
@Service
public class SubmitPledge {

	private final MyPledges mine;

	private final KeepRevision keepRevision;

	private final DraftSignOffs signOffs;

	private final PledgeForm form;

	private final CallPolicy callPolicy;

	private final PledgeLifecycle lifecycle;

	private final AuditTrail audit;

	private final Clock clock;

	SubmitPledge(MyPledges mine, KeepRevision keepRevision, DraftSignOffs signOffs, PledgeForm form,
			CallPolicy callPolicy, PledgeLifecycle lifecycle, AuditTrail audit, Clock clock) {
		this.mine = mine;
		this.keepRevision = keepRevision;
		this.signOffs = signOffs;
		this.form = form;
		this.callPolicy = callPolicy;
		this.lifecycle = lifecycle;
		this.audit = audit;
		this.clock = clock;
	}

	/** The result of a submission. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		<T> T fold(Function<Submitted, T> submitted, Function<Incomplete, T> incomplete,
				Function<Obstacle, T> obstacle);

	}

	/**
	 * @param again whether it had been submitted already: by a double click, in another
	 * tab, by a colleague
	 */
	public record Submitted(Receipt receipt, boolean again) implements Result {

		@Override
		public <T> T fold(Function<Submitted, T> submitted, Function<Incomplete, T> incomplete,
				Function<Obstacle, T> obstacle) {
			return submitted.apply(this);
		}

	}

	/** Nothing was submitted: these answers are missing or wrong. */
	public record Incomplete(List<FieldError> errors) implements Result {

		@Override
		public <T> T fold(Function<Submitted, T> submitted, Function<Incomplete, T> incomplete,
				Function<Obstacle, T> obstacle) {
			return incomplete.apply(this);
		}

	}

	/** Nothing was submitted, and the page with the button says why. */
	public sealed interface Obstacle extends Result {

		String messageKey();

		@Override
		default <T> T fold(Function<Submitted, T> submitted, Function<Incomplete, T> incomplete,
				Function<Obstacle, T> obstacle) {
			return obstacle.apply(this);
		}

	}

	/** A colleague changed the answers after this member had checked them. */
	public record ChangedMeanwhile() implements Obstacle {

		@Override
		public String messageKey() {
			return "pledges.obstacle.changed";
		}

	}

	/** The government has not recorded its endorsement of the Declaration. */
	public record EndorsementMissing() implements Obstacle {

		@Override
		public String messageKey() {
			return "pledges.obstacle.endorsement";
		}

	}

	/** The coordinators did not confirm the government. */
	public record RegistrationRefused() implements Obstacle {

		@Override
		public String messageKey() {
			return "pledges.obstacle.registration-refused";
		}

	}

	/** The coordinators closed the government, which pledges nothing new. */
	public record GovernmentClosed() implements Obstacle {

		@Override
		public String messageKey() {
			return "pledges.obstacle.government-closed";
		}

	}

	/** The call requires that the head of government approved exactly this text. */
	public record SignOffMissing() implements Obstacle {

		@Override
		public String messageKey() {
			return "pledges.obstacle.sign-off";
		}

	}

	/**
	 * @param checkedVersion the version of the working copy that the member saw on the
	 * page with the button
	 * @throws Refused where a colleague discarded the draft meanwhile, or the pledge went
	 * back before the partners
	 */
	@Transactional
	public Result submit(PledgeReference reference, long checkedVersion, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (pledge.state() == PledgeState.DISCARDED) {
			throw new Refused("pledges.refused.discarded", reference.value());
		}
		if (!pledge.state().editable() && pledge.rounds().changesKept()) {
			throw new Refused("pledges.refused.sent-back", reference.value());
		}
		if (!pledge.state().editable()) {
			return new Submitted(keepRevision.latestOf(pledge).receipt(), true);
		}
		if (pledge.draftVersion() != checkedVersion) {
			return new ChangedMeanwhile();
		}
		Government government = mine.governmentOf(by);
		if (government.standing() == GovernmentStanding.REFUSED) {
			return new RegistrationRefused();
		}
		if (government.endorsement().isEmpty()) {
			return new EndorsementMissing();
		}
		Validation validation = form.validate(pledge.answers(), by.language(), by.zone());
		if (!validation.isValid()) {
			return new Incomplete(validation.errors());
		}
		// Before the rule is read: no call is opened meanwhile that has another.
		callPolicy.holdStill();
		// What was submitted before goes on to its end; nothing new is begun.
		if (!pledge.submitted() && mine.closes(government)) {
			return new GovernmentClosed();
		}
		if (signOffs.missing(pledge, validation.answers())) {
			return new SignOffMissing();
		}
		return new Submitted(submit(pledge, government, validation, by), false);
	}

	private Receipt submit(Pledge pledge, Government government, Validation validation, Person by) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		boolean first = !pledge.submitted();
		boolean changesWereAskedFor = pledge.state() == PledgeState.CHANGES_REQUESTED;
		int number = pledge.submit(callPolicy.answered(pledge.holders()).map(Edition::year), now);
		PlacementPolicy editions = callPolicy.inOrder();
		Timeliness timeliness = editions.timeliness(pledge.submission());
		SubmittedContent content = SubmittedContent.of(pledge.reference(), number, government, now,
				validation.answers());
		Revision revision = keepRevision.keep(pledge, new Revision(pledge.reference(), number, content, now, by.id(),
				by.zone(), timeliness, editions.place(pledge.submission())), validation.answers());
		AuditEntry entry = first ? AuditEntry.of("pledge.submitted", pledge.reference())
				: AuditEntry.of("pledge.resubmitted", pledge.reference());
		audit.record(entry.by(by).with("timeliness", timeliness).with("sha256", content.sha256()));
		if (changesWereAskedFor) {
			lifecycle.resubmitted(pledge.reference());
		}
		else {
			lifecycle.submitted(pledge.reference());
		}
		return revision.receipt();
	}

}
