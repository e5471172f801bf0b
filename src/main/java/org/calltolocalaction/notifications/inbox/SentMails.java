package org.calltolocalaction.notifications.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails of the desk, as what comes back names them. A name is a guess until the mail
 * of that very name is found.
 */
@Repository
class SentMails {

	private static final Pattern OF_A_MAIL = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.*");

	private static final int LONGEST_ERROR = 400;

	private final Governments governments;

	private final JdbcClient jdbc;

	SentMails(Governments governments, JdbcClient jdbc) {
		this.governments = governments;
		this.jdbc = jdbc;
	}

	Optional<SentMail> find(MailId id) {
		return jdbc.sql("select id, kind, recipient, account, about, capacity from mail where id = ?")
			.param(id.value())
			.query(this::read)
			.optional();
	}

	/** The first of these Message-IDs that is one of ours. */
	Optional<SentMail> named(Collection<String> messageIds) {
		return messageIds.stream()
			.filter(name -> OF_A_MAIL.matcher(name).matches())
			.flatMap(name -> jdbc
				.sql("select id, kind, recipient, account, about, capacity from mail where id = ? and message_id = ?")
				.params(idIn(name), name)
				.query(this::read)
				.optional()
				.stream())
			.findFirst();
	}

	private static UUID idIn(String messageId) {
		return UUID.fromString(OF_A_MAIL.matcher(messageId).replaceFirst("$1"));
	}

	/** Those of them that did not arrive, and can still be sent to another address. */
	List<SentMail> toSendElsewhere(Collection<MailId> mails) {
		return jdbc
			.sql("""
					select id, kind, recipient, account, about, capacity from mail where id = any (?) and state = 'UNDELIVERABLE'
					and not exists (select 1 from mail again where again.resends = mail.id) order by created_at, id""")
			.param(mails.stream().map(MailId::value).toArray(UUID[]::new))
			.query((row, number) -> MailKind.valueOf(row.getString("kind")).mayGoElsewhere()
					? Optional.of(read(row, number)) : Optional.<SentMail>empty())
			.list()
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * It was sent and has not arrived.
	 * @return whether that is new
	 */
	boolean cameBack(MailId id, String answer) {
		String line = answer.replaceAll("\\p{Cntrl}+", " ");
		return jdbc.sql("""
				update mail set state = 'UNDELIVERABLE', last_error = ?, next_attempt_at = null, leased_until = null
				where id = ? and state = 'OUTGOING'""")
			.params(line.substring(0, Math.min(LONGEST_ERROR, line.length())), id.value())
			.update() == 1;
	}

	/**
	 * What it brought has not arrived, either.
	 * @return of what that told
	 */
	List<String> broughtNothing(MailId id) {
		return jdbc.sql("""
				with brought as (update mail set state = 'UNDELIVERABLE' where digest = ? and state = 'DIGESTED'
				returning about) select distinct about from brought order by about""")
			.param(id.value())
			.query(String.class)
			.list();
	}

	private SentMail read(ResultSet row, int number) throws SQLException {
		Capacity capacity = Capacity.parse(row.getString("capacity"));
		return new SentMail(new MailId(row.getObject("id", UUID.class)), MailKind.valueOf(row.getString("kind")),
				row.getString("recipient"),
				Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new), capacity,
				PledgeReference.parse(row.getString("about")), capacity.government().map(governments::inForce));
	}

}
