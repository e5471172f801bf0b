package org.calltolocalaction.reports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.jspecify.annotations.Nullable;

/** An accepted pledge's place in exactly one edition's report. */
@Entity
public class Inclusion {

	@Id
	private String reference;

	private int editionYear;

	private int revision;

	@Enumerated(EnumType.STRING)
	private @Nullable PlacementReason reason;

	private @Nullable Instant includedAt;

	@Version
	private @Nullable Long version;

	protected Inclusion() {
	}

	Inclusion(PledgeReference reference) {
		this.reference = reference.value();
	}

	public PledgeReference reference() {
		return new PledgeReference(reference);
	}

	public EditionYear edition() {
		return new EditionYear(editionYear);
	}

	/** The revision that was accepted and that the report prints. */
	public int revision() {
		return revision;
	}

	/** How it came to this edition. */
	public PlacementReason reason() {
		return Objects.requireNonNull(reason, "It was placed before it was kept");
	}

	/**
	 * Since when it stands in this edition; a check that leaves it there does not change
	 * that.
	 */
	public Instant includedAt() {
		return Objects.requireNonNull(includedAt, "It was placed before it was kept");
	}

	void place(EditionYear edition, int revision, PlacementReason reason, Instant now) {
		if (editionYear != edition.value()) {
			includedAt = now;
		}
		this.editionYear = edition.value();
		this.revision = revision;
		this.reason = reason;
	}

}
