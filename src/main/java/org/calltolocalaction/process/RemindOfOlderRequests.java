package org.calltolocalaction.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.MembershipId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has those requests to join reminded of, too, that were open before there were
 * reminders. Nodes that start at once give each of them one process; one whose process is
 * over gets none.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.engine.job-executor", matchIfMissing = true)
class RemindOfOlderRequests {

	private static final int PORTION = 200;

	private static final String KNOWN = """
			select business_key_ from act_hi_procinst where business_key_ = any (?) and proc_def_key_ = ?""";

	private final JoinRequests requests;

	private final Tasks tasks;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	RemindOfOlderRequests(JoinRequests requests, Tasks tasks, JdbcClient jdbc, TransactionTemplate transaction) {
		this.requests = requests;
		this.tasks = tasks;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		List<MembershipId> portion = requests.openAfter(Optional.empty(), PORTION);
		while (!portion.isEmpty()) {
			Set<String> known = known(portion);
			portion.stream().filter(request -> !known.contains(request.businessKey())).forEach(this::begin);
			portion = requests.openAfter(Optional.of(portion.get(portion.size() - 1)), PORTION);
		}
	}

	private void begin(MembershipId request) {
		transaction.executeWithoutResult(status -> {
			if (requests.hold(request) && known(List.of(request)).isEmpty()) {
				tasks.startUnlessRunning(Tasks.JOIN_REQUEST, request.businessKey());
			}
		});
	}

	private Set<String> known(List<MembershipId> portion) {
		return Set.copyOf(jdbc.sql(KNOWN)
			.params(portion.stream().map(MembershipId::businessKey).toArray(String[]::new), Tasks.JOIN_REQUEST)
			.query(String.class)
			.list());
	}

}
