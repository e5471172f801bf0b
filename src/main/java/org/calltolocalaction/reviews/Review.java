package org.calltolocalaction.reviews;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One partner's judgement of one revision. That it is opened is an event when it is
 * saved.
 */
@Entity
public class Review extends AbstractAggregateRoot<Review> {

	public static final String COMMENT_TO_THE_CITY = "commentToCity";

	@Id
	private UUID id;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "reference"))
	private PledgeReference reference;

	private int revision;

	private int round;

	private String partner;

	@Enumerated(EnumType.STRING)
	private ReviewState state;

	private int criteriaEdition;

	private int criteriaVersion;

	private Instant openedAt;

	private Instant dueAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "taken_by"))
	private @Nullable AccountId takenBy;

	private @Nullable Instant takenAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "given_by"))
	private @Nullable AccountId givenBy;

	private @Nullable String givenNote;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "offered_to"))
	private @Nullable AccountId offeredTo;

	@JdbcTypeCode(SqlTypes.JSON)
	private String answers = "{}";

	@Enumerated(EnumType.STRING)
	private @Nullable Recommendation recommendation;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "completed_by"))
	private @Nullable AccountId completedBy;

	private @Nullable Instant completedAt;

	private @Nullable Instant missedAt;

	@Version
	private @Nullable Long version;

	protected Review() {
	}

	public Review(PledgeReference reference, int revision, int round, PartnerCode partner, Criteria criteria,
			Instant openedAt, Instant dueAt) {
		this.id = UUID.randomUUID();
		this.reference = reference;
		this.revision = revision;
		this.round = round;
		this.partner = partner.value();
		this.state = ReviewState.OPEN;
		this.criteriaEdition = criteria.edition().value();
		this.criteriaVersion = criteria.version();
		this.openedAt = openedAt;
		this.dueAt = dueAt;
		registerEvent(new ReviewOpened(reference));
	}

	public UUID id() {
		return id;
	}

	public PledgeReference reference() {
		return reference;
	}

	/** The revision that is judged; each is before the partners once. */
	public int revision() {
		return revision;
	}

	/**
	 * Which time the pledge was before the partners when this was opened; counted anew
	 * once it was revived.
	 */
	public int round() {
		return round;
	}

	/** By whose criteria it is made; the pledge may come to count for another edition. */
	public EditionYear criteriaEdition() {
		return new EditionYear(criteriaEdition);
	}

	/** The version of the criteria under which it was opened. */
	public int criteriaVersion() {
		return criteriaVersion;
	}

	public PartnerCode partner() {
		return new PartnerCode(partner);
	}

	public ReviewState state() {
		return state;
	}

	public boolean open() {
		return state == ReviewState.OPEN;
	}

	/** Whether its partner was released before it was completed. */
	public boolean released() {
		return state == ReviewState.RELEASED;
	}

	public boolean completed() {
		return state == ReviewState.COMPLETED;
	}

	/**
	 * Since when its partner is asked; anew where a coordinator requested a new review.
	 */
	public Instant openedAt() {
		return openedAt;
	}

	public Instant dueAt() {
		return dueAt;
	}

	/** The reviewer who took it, if somebody did. */
	public Optional<AccountId> takenBy() {
		return Optional.ofNullable(takenBy);
	}

	/** The colleague who gave it to its holder, if it was not the holder who took it. */
	public Optional<AccountId> givenBy() {
		return Optional.ofNullable(givenBy);
	}

	/** What the colleague wrote who gave it on; empty where there is nothing. */
	public String givenNote() {
		return givenNote == null ? "" : givenNote;
	}

	/**
	 * The reviewer to whom it is offered while nobody has it, because they judged the
	 * version before; anybody of the partner may take it all the same.
	 */
	public Optional<AccountId> offeredTo() {
		return Optional.ofNullable(offeredTo);
	}

	/** What was filled into the review form; empty while it is open. */
	public Answers answers() {
		return Answers.fromJson(answers);
	}

	public Optional<Recommendation> recommendation() {
		return Optional.ofNullable(recommendation);
	}

	public Optional<AccountId> completedBy() {
		return Optional.ofNullable(completedBy);
	}

	public Optional<Instant> completedAt() {
		return Optional.ofNullable(completedAt);
	}

	/**
	 * When the time for reviews was over without it; nothing where it is there, is waited
	 * for, or was called off.
	 */
	public Optional<Instant> missedAt() {
		return Optional.ofNullable(missedAt);
	}

	/**
	 * What the reviewer wrote to the city; empty where they wrote nothing. What it reads
	 * of it: {@code ReviewForGovernment}.
	 */
	public String commentToCity() {
		return answers().text(COMMENT_TO_THE_CITY);
	}

	/** Every remark on a single answer, those too that the city never reads. */
	public List<AnswerComment> answerComments() {
		return CommentRow.of(answers()).stream().map(CommentRow::comment).toList();
	}

	public void dueOn(Instant day) {
		pass(ReviewTransition.RESCHEDULE);
		dueAt = day;
	}

	public void offer(AccountId reviewer) {
		offeredTo = reviewer;
	}

	public void offerToNobody() {
		offeredTo = null;
	}

	public void take(AccountId reviewer, Instant now) {
		pass(ReviewTransition.TAKE);
		heldBy(reviewer, now);
	}

	/** The reviewer has it because a colleague said so. */
	public void give(AccountId reviewer, AccountId by, String note, Instant now) {
		take(reviewer, now);
		givenBy = by;
		givenNote = note;
	}

	public void release() {
		pass(ReviewTransition.RELEASE);
		heldBy(null, null);
	}

	private void heldBy(@Nullable AccountId reviewer, @Nullable Instant since) {
		takenBy = reviewer;
		takenAt = since;
		givenBy = null;
		givenNote = null;
	}

	public void complete(Answers answers, AccountId by, Instant now) {
		pass(ReviewTransition.COMPLETE);
		this.answers = answers.toJson();
		this.recommendation = Recommendation.valueOf(answers.text("recommendation"));
		this.completedBy = by;
		this.completedAt = now;
	}

	/** What it said is the caller's to keep. Nobody has it until somebody takes it. */
	public void reopen() {
		pass(ReviewTransition.REOPEN);
		answers = Answers.empty().toJson();
		recommendation = null;
		completedBy = null;
		completedAt = null;
		heldBy(null, null);
	}

	/**
	 * It is asked for as if for the first time: its round, and the days for it, begin
	 * now.
	 */
	public void beginAnew(Instant now) {
		pass(ReviewTransition.BEGIN_ANEW);
		openedAt = now;
	}

	public void cancel() {
		pass(ReviewTransition.CANCEL);
	}

	/** Called off because the partner did not answer in time. */
	public void miss(Instant now) {
		pass(ReviewTransition.MISS);
		missedAt = now;
	}

	/** It counts as not asked for: its partner was released from the edition. */
	public void letPartnerGo() {
		pass(ReviewTransition.LET_PARTNER_GO);
	}

	/** Its partner was released and is asked again, as if for the first time. */
	public void askAgain(Instant now) {
		pass(ReviewTransition.ASK_AGAIN);
		openedAt = now;
		heldBy(null, null);
	}

	private void pass(ReviewTransition transition) {
		state = transition.pass("The review of %s by %s".formatted(reference, partner), state);
	}

}
