package org.calltolocalaction.post.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Inbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@DeskTest
class LookIntoMailboxTests {

	@Autowired
	private InboxSettings settings;

	@Autowired
	private InboxRows rows;

	@Autowired
	private ReadMime readMime;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Inbox inbox;

	private final Deadly incoming = new Deadly();

	/** A node dies of a mail: nothing that would be written behind it is written. */
	private static final class Deadly implements IncomingMails {

		private final List<String> taken = new ArrayList<>();

		private final List<String> aside = new ArrayList<>();

		private int deaths;

		@Override
		public void take(IncomingMail mail) {
			if (mail.text().contains("deadly")) {
				deaths++;
				throw new StackOverflowError("dies");
			}
			taken.add(mail.text().strip());
		}

		@Override
		public void putAside(Aside mail) {
			aside.add(mail.why().name());
		}

	}

	@BeforeEach
	void nobody_has_looked() {
		jdbc.sql("delete from inbox_turn").update();
	}

	@Test
	void a_mail_of_which_a_node_dies_is_put_aside_after_three_tries_and_the_others_are_taken() {
		inbox.gets(Inbox.answer("ana@city.example", "desk@calltolocalaction.example", "deadly"))
			.gets(Inbox.answer("ana@city.example", "desk@calltolocalaction.example", "harmless"));
		for (int time = 1; time <= 3; time++) {
			assertThatThrownBy(this::look).isInstanceOf(StackOverflowError.class);
		}

		assertThat(look()).isEqualTo(2);

		assertThat(incoming.deaths).isEqualTo(3);
		assertThat(incoming.aside).containsExactly("UNREADABLE");
		assertThat(incoming.taken).containsExactly("harmless");
	}

	private int look() {
		jdbc.sql("delete from inbox_turn").update();
		return new LookIntoMailbox(settings, rows, readMime, incoming, transactions, clock).look();
	}

}
