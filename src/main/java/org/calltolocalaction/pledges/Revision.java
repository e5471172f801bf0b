package org.calltolocalaction.pledges;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One submitted version of a pledge, as the partners judge it and the receipt attests it.
 * Never changes.
 */
@Entity
@Immutable
@Table(name = "pledge_revision")
public class Revision {

	@EmbeddedId
	private Id id;

	private byte[] content;

	@JdbcTypeCode(SqlTypes.CHAR)
	@Column(length = 64)
	private String sha256;

	private Instant submittedAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "submitted_by"))
	private AccountId submittedBy;

	private String memberZone;

	@Enumerated(EnumType.STRING)
	private Timeliness timeliness;

	private int countsFor;

	private boolean countsForKnown;

	protected Revision() {
	}

	public Revision(PledgeReference reference, int number, SubmittedContent content, Instant submittedAt,
			AccountId submittedBy, ZoneId memberZone, Timeliness timeliness, Placement countsFor) {
		this.id = new Id(reference.value(), number);
		this.content = content.bytes();
		this.sha256 = content.sha256();
		this.submittedAt = submittedAt;
		this.submittedBy = submittedBy;
		this.memberZone = memberZone.getId();
		this.timeliness = timeliness;
		this.countsFor = countsFor.year().value();
		this.countsForKnown = countsFor.known();
	}

	public PledgeReference reference() {
		return new PledgeReference(id.reference());
	}

	/** From 1; a resubmission after a request for changes is the next. */
	public int number() {
		return id.number();
	}

	/** What was answered, cleaned of everything that the form did not ask. */
	public Answers answers() {
		return submittedContent().answers();
	}

	/** What it says. */
	public PledgeContent content() {
		return new PledgeContent(answers());
	}

	/** The bytes of which its receipt's hash is. */
	public SubmittedContent submittedContent() {
		return new SubmittedContent(content);
	}

	/** To the second, as the receipt says it. */
	public Instant submittedAt() {
		return submittedAt;
	}

	public AccountId submittedBy() {
		return submittedBy;
	}

	/** What the receipt said of this revision when it was submitted. */
	public Receipt receipt() {
		return new Receipt(reference(), number(), submittedAt, ZoneId.of(memberZone),
				new Placement(new EditionYear(countsFor), countsForKnown), timeliness, sha256);
	}

	@Embeddable
	record Id(String reference, int number) implements Serializable {
	}

}
