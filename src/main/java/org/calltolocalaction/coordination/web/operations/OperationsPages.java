package org.calltolocalaction.coordination.web.operations;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.consistency.Finding;
import org.calltolocalaction.coordination.operations.ComingTimer;
import org.calltolocalaction.coordination.operations.FailedJob;
import org.calltolocalaction.coordination.operations.JobFilter;
import org.calltolocalaction.coordination.operations.JobId;
import org.calltolocalaction.coordination.operations.ReadOperations;
import org.calltolocalaction.coordination.operations.ReadOperations.FailedJobs;
import org.calltolocalaction.coordination.operations.RetryJobs;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NameSubjects;
import org.calltolocalaction.coordination.processes.NameSubjects.Named;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.coordination.processes.ReadProcesses;
import org.calltolocalaction.coordination.processes.Subject;
import org.calltolocalaction.coordination.web.processes.ProcessWording;
import org.calltolocalaction.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts together what these pages list. */
@Component
class OperationsPages {

	static final String HERE = "/coordination/operations";

	private static final ModelKey DIGEST = new ModelKey("mail-digest");

	private final ReadOperations operations;

	private final ReadProcesses processes;

	private final NameSubjects subjects;

	private final ProcessWording wording;

	private final Clock clock;

	OperationsPages(ReadOperations operations, ReadProcesses processes, NameSubjects subjects, ProcessWording wording,
			Clock clock) {
		this.operations = operations;
		this.processes = processes;
		this.subjects = subjects;
		this.wording = wording;
		this.clock = clock;
	}

	/**
	 * Steps that gave up.
	 *
	 * @param model of which model alone, as it was asked; empty for all
	 * @param step of which step alone; empty for all
	 * @param stepName null where all are meant
	 * @param begins whether this is the first page
	 * @param atOnce how many are tried again at once at most
	 */
	record FailedPage(List<FailedRow> rows, long total, String model, String step, @Nullable String stepName,
			List<ModelChoice> models, String first, @Nullable String next, boolean begins, int atOnce) {

		public boolean filtered() {
			return !model.isEmpty();
		}

	}

	/** A model that can be chosen. */
	record ModelChoice(String key, String name) {
	}

	/** A step that gave up. */
	record FailedRow(FailedJob job, String model, String step, String stepLink, Subject subject) {
	}

	/** What comes by itself. */
	record TimersPage(List<TimerRow> rows) {
	}

	/**
	 * A timer.
	 *
	 * @param past whether it is due already
	 */
	record TimerRow(ComingTimer timer, String model, String step, Subject subject, boolean past) {
	}

	FailedPage failed(JobFilter filter, Optional<JobId> after, Locale language, Person by) {
		FailedJobs found = operations.failed(filter, after, by);
		Map<Named, Subject> named = subjects
			.of(found.jobs().stream().map(job -> new Named(job.model(), job.about())).toList());
		List<FailedRow> rows = found.jobs()
			.stream()
			.map(job -> new FailedRow(job, wording.model(job.model(), language),
					wording.step(job.model(), job.step(), job.stepName(), language),
					"/coordination/processes/" + job.model() + "/steps/" + job.step(),
					subject(named, job.model(), job.about())))
			.toList();
		String model = filter.model().map(ModelKey::value).orElse("");
		String step = filter.step().map(NodeId::value).orElse("");
		List<ModelChoice> models = processes.all(by)
			.keySet()
			.stream()
			.map(key -> new ModelChoice(key.value(), wording.model(key, language)))
			.toList();
		return new FailedPage(rows, found.total(), model, step,
				filter.step()
					.flatMap(node -> filter.model().map(key -> wording.step(key, node, "", language)))
					.orElse(null),
				models, address(model, step, Optional.empty()),
				found.next().map(last -> address(model, step, Optional.of(last))).orElse(null), after.isEmpty(),
				RetryJobs.MOST_AT_ONCE);
	}

	TimersPage timers(Locale language, Person by) {
		List<ComingTimer> timers = operations.timers(by);
		Map<Named, Subject> named = subjects
			.of(timers.stream().map(timer -> new Named(timer.model(), timer.about())).toList());
		return new TimersPage(timers.stream()
			.map(timer -> new TimerRow(timer, wording.model(timer.model(), language),
					wording.step(timer.model(), timer.step(), timer.stepName(), language),
					subject(named, timer.model(), timer.about()), !timer.due().isAfter(clock.instant())))
			.toList());
	}

	/** What findings are about: pledges, readers of digests, or mails. */
	Map<Finding, Subject> subjectsOf(List<Finding> findings) {
		Map<Named, Subject> named = subjects.of(findings.stream().flatMap(OperationsPages::named).toList());
		return findings.stream()
			.collect(Collectors.toMap(finding -> finding,
					finding -> named(finding).findFirst()
						.map(one -> subject(named, one.model(), one.about()))
						.orElseGet(() -> mail(finding.subject())),
					(one, other) -> one));
	}

	private static Subject mail(String id) {
		return new Subject(Subject.Kind.OTHER, id, Optional.of("/coordination/mails/" + id));
	}

	private static Stream<Named> named(Finding finding) {
		return switch (finding.kind()) {
			case MAIL_SENT_BY_NOBODY -> Stream.empty();
			case DIGEST_BY_NOBODY -> Stream.of(new Named(DIGEST, finding.subject()));
			default -> Stream.of(new Named(ModelKey.PLEDGE_LIFECYCLE, finding.subject()));
		};
	}

	private static Subject subject(Map<Named, Subject> named, ModelKey model, String about) {
		return named.getOrDefault(new Named(model, about), new Subject(Subject.Kind.OTHER, about, Optional.empty()));
	}

	/** Where these are listed. */
	static String address(String model, String step, Optional<JobId> after) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(HERE);
		Optional.of(model).filter(key -> !key.isEmpty()).ifPresent(key -> address.queryParam("model", key));
		Optional.of(step).filter(node -> !node.isEmpty()).ifPresent(node -> address.queryParam("step", node));
		after.ifPresent(last -> address.queryParam("after", last.value()));
		return address.build().encode().toUriString();
	}

}
