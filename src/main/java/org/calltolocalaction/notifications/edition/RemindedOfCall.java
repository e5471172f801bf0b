package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who were told by mail that a call is open, or that its deadline moved. */
@Component
@Transactional(readOnly = true)
public class RemindedOfCall {

	private final People people;

	private final JdbcClient jdbc;

	RemindedOfCall(People people, JdbcClient jdbc) {
		this.people = people;
		this.jdbc = jdbc;
	}

	/** Each person once; whose account is gone or suspended is not among them. */
	public List<Person> of(EditionYear call) {
		return jdbc.sql("""
				select distinct account from mail where about = ? and account is not null
				and kind in ('DEADLINE_REMINDER', 'DEADLINE_MOVED', 'OPEN_REVIEWS', 'EXTENDED')""")
			.param(call.businessKey())
			.query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
			.list()
			.stream()
			.map(people::find)
			.flatMap(Optional::stream)
			.filter(person -> !person.suspended())
			.toList();
	}

}
