package org.calltolocalaction.pledges.submitting;

import java.time.Instant;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.SubmittedContent;
import org.calltolocalaction.pledges.keeping.PledgeNumbers;
import org.calltolocalaction.pledges.similarity.SimilarityIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a pledge that was published before this system existed. */
@Service
public class ImportPledge {

	private final Pledges pledges;

	private final Revisions revisions;

	private final SimilarityIndex index;

	private final PledgeNumbers numbers;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	ImportPledge(Pledges pledges, Revisions revisions, SimilarityIndex index, PledgeNumbers numbers, AuditTrail audit,
			JdbcClient jdbc) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.index = index;
		this.numbers = numbers;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/** Whether this government's pledge of that title is in that edition already. */
	@Transactional(readOnly = true)
	public boolean known(Government government, EditionYear edition, String title) {
		return jdbc.sql("""
				select exists (select 1 from pledge where government_id = ? and call_year = ?
				and lower(answers ->> 'title') = lower(?))""")
			.params(government.id().value(), edition.value(), Text.trimmed(title))
			.query(Boolean.class)
			.single();
	}

	/**
	 * It is taken as submitted at the edition's deadline, because the true instant is not
	 * known.
	 */
	@Transactional
	public Pledge take(Government government, EditionYear edition, Answers answers, Person by) {
		by.requireCoordinator();
		Deadline deadline = Deadline.byDefault(edition);
		Instant submitted = deadline.instant();
		PledgeReference reference = numbers.next(edition.value());
		Pledge pledge = pledges
			.saveAndFlush(Pledge.publishedEarlier(reference, government.id(), edition, answers, by.id(), submitted));
		SubmittedContent content = SubmittedContent.of(reference, 1, government, submitted, answers);
		revisions.saveAndFlush(new Revision(reference, 1, content, submitted, by.id(), deadline.zone(),
				Timeliness.IN_TIME, Placement.in(edition)));
		index.keep(pledge, answers);
		audit.record(AuditEntry.of("pledge.imported", reference).by(by));
		return pledge;
	}

}
