package org.calltolocalaction.process;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.outbox.DigestTimer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each person with held mails one {@code mail-digest}, whose timer the engine keeps
 * over restarts and nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaDigestTimer implements DigestTimer {

	private static final String RUNNING = """
			select distinct way.business_key_ from act_ru_execution way
			join act_re_procdef model on model.id_ = way.proc_def_id_ and model.key_ = ?
			where way.business_key_ = any (?)""";

	private final Tasks tasks;

	private final JdbcClient jdbc;

	CamundaDigestTimer(Tasks tasks, JdbcClient jdbc) {
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	@Override
	public void start(AccountId reader) {
		tasks.startUnlessRunning(Tasks.MAIL_DIGEST, reader.businessKey());
	}

	@Override
	public void reset(AccountId reader) {
		tasks.resetTimer(Tasks.DIGEST_DUE, Tasks.MAIL_DIGEST, reader.businessKey());
	}

	@Override
	public Set<AccountId> expected(Collection<AccountId> readers) {
		Set<String> running = Set.copyOf(jdbc.sql(RUNNING)
			.params(Tasks.MAIL_DIGEST, readers.stream().map(AccountId::businessKey).toArray(String[]::new))
			.query(String.class)
			.list());
		return readers.stream().filter(reader -> running.contains(reader.businessKey())).collect(Collectors.toSet());
	}

}
