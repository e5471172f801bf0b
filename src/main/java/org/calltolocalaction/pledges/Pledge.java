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
import java.util.Arrays;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a government commits to do or reports doing. Guards its own way from a draft to
 * its end.
 */
@Entity
public class Pledge {

	@EmbeddedId
	@AttributeOverride(name = "value", column = @Column(name = "reference"))
	private PledgeReference reference;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "government_id"))
	private GovernmentId government;

	@Enumerated(EnumType.STRING)
	private PledgeState state;

	@JdbcTypeCode(SqlTypes.JSON)
	private String answers;

	private long draftVersion;

	private Instant createdAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "created_by"))
	private AccountId createdBy;

	private Instant changedAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "changed_by"))
	private AccountId changedBy;

	private Integer callYear;

	private Instant firstSubmittedAt;

	private int latestRevision;

	private String decisionNote = "";

	private Integer withdrawnFrom;

	private Instant waitingSince;

	private int revivedAfter;

	private int timesSentBack;

	@Enumerated(EnumType.STRING)
	private PledgeState sentBackFrom;

	private boolean changesKept;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "continues"))
	private PledgeReference continues;

	@Version
	private Long version;

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
		pledge.firstSubmittedAt = submittedAt;
		pledge.callYear = edition.value();
		pledge.latestRevision = 1;
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

	/**
	 * The working copy: what the government's members see and change, not what the
	 * partners judge.
	 */
	public Answers answers() {
		return Answers.fromJson(answers);
	}

	/**
	 * Grows with each save of the working copy; a form that was opened on an older one
	 * must not overwrite it.
	 */
	public long draftVersion() {
		return draftVersion;
	}

	public Instant createdAt() {
		return createdAt;
	}

	public Instant changedAt() {
		return changedAt;
	}

	public AccountId changedBy() {
		return changedBy;
	}

	/**
	 * The edition whose call it answered; none while it was never submitted, or where no
	 * call had been opened then.
	 */
	public Optional<EditionYear> call() {
		return Optional.ofNullable(callYear).map(EditionYear::new);
	}

	/** What counts for the deadline, to the second. */
	public Optional<Instant> firstSubmittedAt() {
		return Optional.ofNullable(firstSubmittedAt);
	}

	/**
	 * Since when it is accepted and waits for the next edition; nothing unless it does.
	 */
	public Optional<Instant> waitingSince() {
		return Optional.ofNullable(waitingSince);
	}

	/** The number of the newest revision; 0 while it was never submitted. */
	public int latestRevision() {
		return latestRevision;
	}

	public boolean submitted() {
		return latestRevision > 0;
	}

	/**
	 * The edition for which it counted when it was withdrawn; none for a pledge that is
	 * not withdrawn, or that waited for the next edition then.
	 */
	public Optional<EditionYear> withdrawnFrom() {
		return Optional.ofNullable(withdrawnFrom).map(EditionYear::new);
	}

	/**
	 * How many times it has been before the partners, from 1; counted anew once it was
	 * revived.
	 */
	public int round() {
		return latestRevision - revivedAfter;
	}

	/**
	 * Whether what was said of this revision still counts: the partners judge a revived
	 * pledge anew.
	 */
	public boolean countsReviewsOf(int revision) {
		return revision > revivedAfter;
	}

	/** How often a coordinator had it judged once more instead of what it had come to. */
	public int timesSentBack() {
		return timesSentBack;
	}

	/**
	 * What it had come to before it was to be judged once more; nothing once it has an
	 * outcome again.
	 */
	public Optional<PledgeState> sentBackFrom() {
		return Optional.ofNullable(sentBackFrom);
	}

	/**
	 * Whether its government was asked for changes when it went back before the partners:
	 * what was typed by then is not submitted, and stays in the working copy until
	 * changes are asked for again.
	 */
	public boolean changesKept() {
		return changesKept;
	}

	/**
	 * What the coordinators wrote to the government when they decided; empty where they
	 * did not have to.
	 */
	public String decisionNote() {
		return decisionNote;
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
		this.answers = answers.toJson();
		this.draftVersion++;
		this.changedAt = now;
		this.changedBy = by;
	}

	/** Takes the working copy as the next revision and returns its number. */
	public int submit(Optional<EditionYear> call, Instant now) {
		expect(PledgeState.DRAFT, PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED);
		if (firstSubmittedAt == null) {
			firstSubmittedAt = now;
			callYear = call.map(EditionYear::value).orElse(null);
		}
		state = PledgeState.UNDER_REVIEW;
		decisionNote = "";
		return ++latestRevision;
	}

	void accept() {
		decide(PledgeState.ACCEPTED);
	}

	void requestChanges() {
		decide(PledgeState.CHANGES_REQUESTED);
		changesKept = false;
	}

	void decline() {
		decide(PledgeState.DECLINED);
	}

	private void decide(PledgeState outcome) {
		expect(PledgeState.UNDER_REVIEW, PledgeState.DISAGREEMENT);
		state = outcome;
		sentBackFrom = null;
	}

	void referToCoordinators() {
		expect(PledgeState.UNDER_REVIEW);
		state = PledgeState.DISAGREEMENT;
	}

	/**
	 * It is before the partners once more; what the coordinators had decided is on the
	 * trail and counts no more.
	 */
	void sendBackToPartners() {
		expect(PledgeState.DISAGREEMENT, PledgeState.CHANGES_REQUESTED, PledgeState.ACCEPTED, PledgeState.INCLUDED,
				PledgeState.DECLINED);
		waitingSince = null;
		// A disagreement on the way is no news to a government that knows what was taken
		// back.
		if (state != PledgeState.DISAGREEMENT || sentBackFrom == null) {
			sentBackFrom = state;
		}
		changesKept |= state == PledgeState.CHANGES_REQUESTED;
		timesSentBack++;
		state = PledgeState.UNDER_REVIEW;
		decisionNote = "";
	}

	void explainDecision(String note) {
		expect(PledgeState.DISAGREEMENT);
		decisionNote = note;
	}

	/** Only what was never submitted: for everything else there is the withdrawal. */
	public void discard() {
		expect(PledgeState.DRAFT);
		state = PledgeState.DISCARDED;
	}

	public void bringBack() {
		expect(PledgeState.DISCARDED);
		state = PledgeState.DRAFT;
	}

	/**
	 * It has its place in a report. Told again when a moved deadline gives it another
	 * one.
	 */
	public void include() {
		expect(PledgeState.ACCEPTED, PledgeState.INCLUDED);
		state = PledgeState.INCLUDED;
		waitingSince = null;
	}

	/**
	 * It is accepted, and there is no edition yet whose report it can stand in. One that
	 * waits already goes on waiting.
	 */
	public void awaitNextEdition(Instant now) {
		expect(PledgeState.ACCEPTED, PledgeState.INCLUDED);
		state = PledgeState.ACCEPTED;
		waitingSince = waitingSince == null ? now : waitingSince;
	}

	/**
	 * @param counted the edition for which it counts until now
	 */
	public void withdraw(Placement counted) {
		expect(PledgeState.UNDER_REVIEW, PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED, PledgeState.DISAGREEMENT,
				PledgeState.ACCEPTED, PledgeState.INCLUDED);
		state = PledgeState.WITHDRAWN;
		withdrawnFrom = counted.edition().map(EditionYear::value).orElse(null);
		waitingSince = null;
		sentBackFrom = null;
	}

	/**
	 * Its working copy can be changed and submitted again; its revisions and its first
	 * submission stay what they are.
	 */
	public void revive() {
		expect(PledgeState.WITHDRAWN);
		state = PledgeState.REVIVED;
		withdrawnFrom = null;
		revivedAfter = latestRevision;
		changesKept = false;
		decisionNote = "";
	}

	private void expect(PledgeState... expected) {
		if (!Arrays.asList(expected).contains(state)) {
			throw new IllegalStateException("Pledge %s was expected to be one of %s and is %s".formatted(reference,
					Arrays.toString(expected), state));
		}
	}

}
