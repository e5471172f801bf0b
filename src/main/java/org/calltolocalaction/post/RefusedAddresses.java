package org.calltolocalaction.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which addresses took no mail when we last wrote to them, so that whoever typed one, and
 * the coordinators, see it where it stands. Never asked by anything that somebody sees
 * who is not signed in.
 */
@Component
public class RefusedAddresses {

	private static final int LISTED_AT_MOST = 200;

	private static final int LONGEST_ANSWER = 400;

	private final JdbcClient jdbc;

	private final Clock clock;

	RefusedAddresses(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * An address that took no mail.
	 *
	 * @param email as it is stored
	 * @param answer what the server said, for the coordinators
	 * @param at when it was the last time
	 */
	public record RefusedAddress(String email, RefusalReason reason, String answer, Instant at) {

		/** As people read it. */
		public String shownEmail() {
			return EmailAddress.shown(email);
		}

	}

	public void note(AddressRefused refusal) {
		note(refusal.address().value(), refusal.reason(), PostOffice.reasonOf(refusal));
	}

	/**
	 * @param stored an address that is none, too, as older rows have them
	 */
	public void note(String stored, RefusalReason reason, String answer) {
		String line = answer.replaceAll("\\p{Cntrl}+", " ");
		jdbc.sql(
				"""
						insert into refused_address (email, reason, answer, at) values (?, ?, ?, ?)
						on conflict (email) do update set reason = excluded.reason, answer = excluded.answer, at = excluded.at""")
			.params(stored, reason.name(), line.substring(0, Math.min(LONGEST_ANSWER, line.length())),
					clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** A mail arrived there. */
	void forget(EmailAddress address) {
		jdbc.sql("delete from refused_address where email = ?").param(address.value()).update();
	}

	public Optional<RefusedAddress> of(String email) {
		return Optional.ofNullable(among(List.of(email)).get(email));
	}

	/** Those of these addresses that took no mail, by the address as it was asked for. */
	public Map<String, RefusedAddress> among(Collection<String> emails) {
		Map<String, String> canonical = emails.stream()
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.toMap(Function.identity(),
					email -> EmailAddress.parse(email).map(EmailAddress::value).orElse(email)));
		if (canonical.isEmpty()) {
			return Map.of();
		}
		Map<String, RefusedAddress> refused = jdbc.sql("select * from refused_address where email = any (?)")
			.param(canonical.values().toArray(String[]::new))
			.query(RefusedAddresses::read)
			.list()
			.stream()
			.collect(Collectors.toMap(RefusedAddress::email, Function.identity()));
		return canonical.entrySet()
			.stream()
			.filter(asked -> refused.containsKey(asked.getValue()))
			.collect(Collectors.toMap(Map.Entry::getKey, asked -> refused.get(asked.getValue())));
	}

	/** The latest first; for coordinators. */
	public List<RefusedAddress> all() {
		return jdbc.sql("select * from refused_address order by at desc, email limit ?")
			.param(LISTED_AT_MOST)
			.query(RefusedAddresses::read)
			.list();
	}

	private static RefusedAddress read(ResultSet row, int number) throws SQLException {
		return new RefusedAddress(row.getString("email"), RefusalReason.valueOf(row.getString("reason")),
				row.getString("answer"), row.getTimestamp("at").toInstant());
	}

}
