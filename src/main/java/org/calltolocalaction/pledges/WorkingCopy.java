package org.calltolocalaction.pledges;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the government's members see and change of a pledge, not what the partners judge.
 * Its version grows with each save: a form that was opened on an older one must not
 * overwrite it.
 */
@Embeddable
class WorkingCopy {

	@JdbcTypeCode(SqlTypes.JSON)
	private String answers;

	private long draftVersion;

	private Instant changedAt;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "changed_by"))
	private AccountId changedBy;

	Answers answers() {
		return Answers.fromJson(answers);
	}

	long version() {
		return draftVersion;
	}

	Instant changedAt() {
		return changedAt;
	}

	AccountId changedBy() {
		return changedBy;
	}

	void change(Answers answers, AccountId by, Instant now) {
		this.answers = answers.toJson();
		this.draftVersion++;
		this.changedAt = now;
		this.changedBy = by;
	}

}
