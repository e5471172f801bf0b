package org.calltolocalaction.pledges;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An action to which a government commits itself, or that it reports. Guards its own way
 * from a draft to its end by {@link PledgeTransition}, and publishes its events when it
 * is saved.
 */
@Entity
public class Pledge extends AbstractAggregateRoot<Pledge> {

	@EmbeddedId
	@AttributeOverride(name = "value", column = @Column(name = "reference"))
	private PledgeReference reference;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "government_id"))
	private GovernmentId government;

	@Enumerated(EnumType.STRING)
	private PledgeState state;

	@Embedded
	private WorkingCopy workingCopy = new WorkingCopy();

	private Instant createdAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "created_by"))
	private AccountId createdBy;

	@Embedded
	private PledgeEditions editions = new PledgeEditions();

	@Embedded
	private PartnerRounds rounds = new PartnerRounds();

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "continues"))
	private @Nullable PledgeReference continues;

	@Version
	private @Nullable Long version;

	protected Pledge() {
	}

	private Pledge(PledgeReference reference, GovernmentId government, PledgeState state, Answers answers, AccountId by,
			Instant now) {
		this.reference = reference;
		this.government = government;
		this.state = state;
		this.createdAt = now;
		this.createdBy = by;
		change(answers, by, now);
	}

	public static Pledge draft(PledgeReference reference, GovernmentId government, Answers answers, AccountId by,
			Instant now) {
		return new Pledge(reference, government, PledgeState.DRAFT, answers, by, now);
	}

	/**
	 * A pledge that was published before this system existed: it has its place in that
	 * edition's report.
	 */
	public static Pledge publishedEarlier(PledgeReference reference, GovernmentId government, EditionYear edition,
			Answers answers, AccountId by, Instant submittedAt) {
		Pledge pledge = new Pledge(reference, government, PledgeState.INCLUDED, answers, by, submittedAt);
		pledge.editions().submitted(Optional.of(edition), submittedAt);
		pledge.rounds.next();
		return pledge;
	}

	public PledgeReference reference() {
		return reference;
	}

	public GovernmentId government() {
		return government;
	}

	public PledgeState state() {
		return state;
	}

	/** What the government's members see and change: the working copy. */
	public Answers answers() {
		return workingCopy.answers();
	}

	/** What the working copy says. */
	public PledgeContent content() {
		return new PledgeContent(answers());
	}

	/** Grows with each save of the working copy. */
	public long draftVersion() {
		return workingCopy.version();
	}

	public Instant changedAt() {
		return workingCopy.changedAt();
	}

	public AccountId changedBy() {
		return workingCopy.changedBy();
	}

	/**
	 * The edition whose call it answered; none while it was never submitted, or where no
	 * call had been opened then.
	 */
	public Optional<EditionYear> call() {
		return editions().call();
	}

	/** What counts for the deadline, to the second. */
	public Optional<Instant> firstSubmittedAt() {
		return editions().firstSubmittedAt();
	}

	/** Its first submission, as the law of the deadline sees it. */
	public Submission submission() {
		return new Submission(call(), firstSubmittedAt().orElseThrow(), holders());
	}

	/** By whose extensions it can be on time: its government's, and its own. */
	public Set<Holder> holders() {
		return Set.of(Holder.government(government.value()), Holder.pledge(reference.value()));
	}

	/** What ties it to editions; nothing of a draft, of which nothing is stored then. */
	public PledgeEditions editions() {
		if (editions == null) {
			editions = new PledgeEditions();
		}
		return editions;
	}

	/** The number of the newest revision; 0 while it was never submitted. */
	public int latestRevision() {
		return rounds.latestRevision();
	}

	public boolean submitted() {
		return latestRevision() > 0;
	}

	/**
	 * The edition for which it counted when it was withdrawn; none for a pledge that is
	 * not withdrawn, or that waited for the next edition then.
	 */
	public Optional<EditionYear> withdrawnFrom() {
		return editions().withdrawnFrom();
	}

	/** How many times it has been before the partners, see {@link PartnerRounds}. */
	public int round() {
		return rounds.current();
	}

	/** How often it was before the partners, and what was taken back for that. */
	public PartnerRounds rounds() {
		return rounds;
	}

	/**
	 * What the coordinators wrote to the government when they decided; empty where they
	 * did not have to.
	 */
	public String decisionNote() {
		return rounds.decisionNote();
	}

	/** The earlier pledge that this one continues, if any. */
	public Optional<PledgeReference> continues() {
		return Optional.ofNullable(continues);
	}

	public void continues(PledgeReference earlier) {
		if (earlier.equals(reference)) {
			throw new IllegalArgumentException("A pledge does not continue itself, but " + reference + " was to");
		}
		continues = earlier;
	}

	public void change(Answers answers, AccountId by, Instant now) {
		workingCopy.change(answers, by, now);
	}

	/** Takes the working copy as the next revision and returns its number. */
	public int submit(Optional<EditionYear> call, Instant now) {
		become(PledgeTransition.SUBMIT);
		editions().submitted(call, now);
		return rounds.next();
	}

	void accept() {
		become(PledgeTransition.ACCEPT);
		rounds.decided();
	}

	void requestChanges() {
		become(PledgeTransition.REQUEST_CHANGES);
		rounds.changesRequested();
	}

	void decline() {
		become(PledgeTransition.DECLINE);
		rounds.decided();
	}

	void referToCoordinators() {
		become(PledgeTransition.REFER_TO_COORDINATORS);
	}

	/**
	 * It is before the partners once more; what the coordinators had decided is on the
	 * trail and counts no more.
	 */
	void sendBackToPartners() {
		PledgeState outcome = state;
		become(PledgeTransition.SEND_BACK_TO_PARTNERS);
		editions().waitNoLonger();
		rounds.sentBackFrom(outcome);
		registerEvent(new OutcomeTakenBack(reference));
	}

	void explainDecision(String note) {
		become(PledgeTransition.EXPLAIN_DECISION);
		rounds.explained(note);
	}

	/** Only what was never submitted: for everything else there is the withdrawal. */
	public void discard() {
		become(PledgeTransition.DISCARD);
	}

	public void bringBack() {
		become(PledgeTransition.BRING_BACK);
	}

	/**
	 * It has its place in a report. Told again when a moved deadline gives it another
	 * one.
	 */
	public void include() {
		become(PledgeTransition.INCLUDE);
		editions().waitNoLonger();
	}

	/**
	 * It is accepted, and there is no edition yet whose report it can stand in. One that
	 * waits already goes on waiting.
	 */
	public void awaitNextEdition(Instant now) {
		become(PledgeTransition.AWAIT_NEXT_EDITION);
		editions().awaitNext(now);
	}

	/**
	 * @param counted the edition for which it counts until now
	 * @param reason what its government says of it; may be empty
	 */
	public void withdraw(Placement counted, AccountId by, String reason) {
		PledgeState from = state;
		become(PledgeTransition.WITHDRAW);
		editions().withdrawn(counted);
		rounds.decided();
		registerEvent(new PledgeWithdrawn(reference, by, reason, from));
	}

	/**
	 * Its working copy can be changed and submitted again; its revisions and its first
	 * submission stay what they are.
	 */
	public void revive(AccountId by) {
		become(PledgeTransition.REVIVE);
		editions().revived();
		rounds.beginAnew();
		registerEvent(new PledgeRevived(reference, by));
	}

	private void become(PledgeTransition transition) {
		state = transition.pass("Pledge " + reference, state);
	}

}
