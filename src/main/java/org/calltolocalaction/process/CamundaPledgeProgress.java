package org.calltolocalaction.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads the way of a pledge from the engine's history, and what can be shown of it from
 * the model's drawing.
 */
@Component
class CamundaPledgeProgress implements PledgeProgress {

	/**
	 * What the engine adds to the id of a node that is run once for each of several: all
	 * of them together.
	 */
	private static final String ALL_TOGETHER = "#multiInstanceBody";

	private static final String START = "Start_PledgeSubmitted";

	// A stay that was broken off says nothing of how long the step takes. The reviews of
	// one round lie within the stay
	// of all together, and so are not counted one by one.
	private static final String MEDIAN = """
			select percentile_cont(0.5) within group (order by stay.duration_)
			from pledge_standing pledge
			join act_hi_procinst way on way.business_key_ = pledge.reference and way.proc_def_key_ = :process
			join act_hi_actinst stay on stay.proc_inst_id_ = way.proc_inst_id_
			where pledge.call_year between :from and :to
			and stay.act_id_ in (:step, :together) and stay.parent_act_inst_id_ = way.proc_inst_id_
			and stay.end_time_ is not null and stay.act_inst_state_ <> :cancelled""";

	private static final int CANCELLED = ActivityInstanceState.CANCELED.getStateCode();

	private final HistoryService history;

	private final JdbcClient jdbc;

	// The model that was deployed when this node started. A pledge that began under an
	// earlier one is drawn on it, too:
	// the ids stay, and what it passed that is not shown any more is left out.
	private final Supplier<ShownModel> model;

	CamundaPledgeProgress(ProcessEngine engine, HistoryService history, JdbcClient jdbc) {
		this.history = history;
		this.jdbc = jdbc;
		this.model = SingletonSupplier.of(() -> newest(engine.getRepositoryService()));
	}

	@Override
	public StepMap map() {
		return model.get().map();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Visit> visitsOf(PledgeReference reference) {
		List<Visit> visits = new ArrayList<>();
		for (HistoricProcessInstance run : runs(reference)) {
			List<HistoricActivityInstance> stays = staysOf(run);
			List<Visit> shown = new ArrayList<>();
			HistoricActivityInstance before = null;
			for (HistoricActivityInstance stay : stays) {
				if (model.get().shows(node(stay))) {
					shown.add(visit(stay, before));
					before = stay;
				}
			}
			visits.addAll(shown);
			if (run.getEndTime() == null && shown.stream().noneMatch(Visit::present)) {
				visits.addAll(aboutToBegin(stays));
			}
		}
		return visits;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Usual> usually(StepId step, EditionYear present) {
		int last = present.value() - 1;
		return median(step, last, last).map(median -> new Usual(median, true))
			.or(() -> median(step, 0, last).map(median -> new Usual(median, false)));
	}

	private Optional<Duration> median(StepId step, int from, int to) {
		return jdbc.sql(MEDIAN)
			.param("process", Tasks.PLEDGE_LIFECYCLE)
			.param("from", from)
			.param("to", to)
			.param("step", step.value())
			.param("together", step.value() + ALL_TOGETHER)
			.param("cancelled", CANCELLED)
			.query((row, number) -> Optional.ofNullable((Double) row.getObject(1)))
			.single()
			.map(millis -> Duration.ofMillis(millis.longValue()));
	}

	private List<HistoricProcessInstance> runs(PledgeReference reference) {
		return history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(Tasks.PLEDGE_LIFECYCLE)
			.processInstanceBusinessKey(reference.value())
			.orderByProcessInstanceStartTime()
			.asc()
			.list();
	}

	/**
	 * In the order of time, and within a millisecond in that of the engine. Reviews of
	 * one round are one stay.
	 */
	private List<HistoricActivityInstance> staysOf(HistoricProcessInstance run) {
		List<HistoricActivityInstance> all = history.createHistoricActivityInstanceQuery()
			.processInstanceId(run.getId())
			.orderByHistoricActivityInstanceStartTime()
			.asc()
			.orderPartiallyByOccurrence()
			.asc()
			.list();
		Set<String> together = all.stream()
			.map(HistoricActivityInstance::getActivityId)
			.filter(id -> id.endsWith(ALL_TOGETHER))
			.collect(Collectors.toSet());
		return all.stream().filter(stay -> !together.contains(stay.getActivityId() + ALL_TOGETHER)).toList();
	}

	/**
	 * Between two steps, for as long as a job of the engine takes or waits: it is at the
	 * one that comes next.
	 */
	private Collection<Visit> aboutToBegin(List<HistoricActivityInstance> stays) {
		for (int last = stays.size() - 1; last >= 0; last--) {
			Collection<StepId> ahead = model.get().ahead(node(stays.get(last)));
			if (!ahead.isEmpty()) {
				Date since = Optional.ofNullable(stays.get(last).getEndTime()).orElse(stays.get(last).getStartTime());
				return ahead.stream().map(step -> new Visit(step, since.toInstant(), Optional.empty(), false)).toList();
			}
		}
		return List.of();
	}

	private static Visit visit(HistoricActivityInstance stay, @Nullable HistoricActivityInstance before) {
		Optional<Instant> to = Optional.ofNullable(stay.getEndTime()).map(Date::toInstant);
		boolean review = node(stay).equals(Tasks.REVIEW_PLEDGE);
		return new Visit(new StepId(node(stay)), stay.getStartTime().toInstant(), to, review && again(before));
	}

	/**
	 * A review begins with a submission or an answer to requested changes; else the
	 * process was set back to it.
	 */
	private static boolean again(@Nullable HistoricActivityInstance before) {
		return before == null
				|| !node(before).equals(START) && (!node(before).equals(Tasks.REVISE_PLEDGE) || before.isCanceled());
	}

	private static String node(HistoricActivityInstance stay) {
		return stay.getActivityId().replace(ALL_TOGETHER, "");
	}

	private static ShownModel newest(RepositoryService models) {
		String definition = models.createProcessDefinitionQuery()
			.processDefinitionKey(Tasks.PLEDGE_LIFECYCLE)
			.latestVersion()
			.singleResult()
			.getId();
		return new ShownModel(models.getBpmnModelInstance(definition));
	}

}
