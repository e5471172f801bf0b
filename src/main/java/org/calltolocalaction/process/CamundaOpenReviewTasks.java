package org.calltolocalaction.process;

import java.sql.Types;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.OpenReviewTasks;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the open review tasks from the engine's tables, each with the group whose task it
 * is.
 */
@Component
@Transactional(readOnly = true)
class CamundaOpenReviewTasks implements OpenReviewTasks {

	private static final String OPEN = """
			select way.business_key_, candidate.group_id_ from act_ru_task task
			join act_ru_execution way on way.id_ = task.proc_inst_id_
			join act_ru_identitylink candidate on candidate.task_id_ = task.id_ and candidate.type_ = 'candidate'
			and candidate.group_id_ is not null
			where task.task_def_key_ = :task and way.business_key_ > :after
			and (:last::text is null or way.business_key_ <= :last)""";

	private static final String WAITING = """
			select distinct way.business_key_ from act_ru_execution way
			join act_ru_execution there on there.proc_inst_id_ = way.id_ and split_part(there.act_id_, '#', 1) = ?
			where way.business_key_ = any (?)""";

	private final JdbcClient jdbc;

	CamundaOpenReviewTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<ReviewTask> all() {
		return between("", Optional.empty());
	}

	@Override
	public Set<ReviewTask> between(String after, Optional<String> last) {
		return Set.copyOf(jdbc.sql(OPEN)
			.param("task", Tasks.REVIEW_PLEDGE)
			.param("after", after)
			.param("last", last.orElse(null), Types.VARCHAR)
			.query((row, number) -> new ReviewTask(new PledgeReference(row.getString("business_key_")),
					new PartnerCode(row.getString("group_id_"))))
			.list());
	}

	@Override
	public Set<PledgeReference> waitingForReviews(Collection<PledgeReference> references) {
		return Set.copyOf(jdbc.sql(WAITING)
			.params(Tasks.REVIEW_PLEDGE, references.stream().map(PledgeReference::value).toArray(String[]::new))
			.query((row, number) -> new PledgeReference(row.getString("business_key_")))
			.list());
	}

}
