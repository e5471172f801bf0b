package org.calltolocalaction.identity.web.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.web.signin.SignInPace.OfClient;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps links to their {@link SignInPace}. Counted in the database, so that several nodes
 * count together and a restart forgets nothing. Only what is sent is written down:
 * whoever is slowed leaves no trace, however often they ask.
 */
@Component
class SignInLimits {

	/** Why somebody has to wait. */
	enum Because {

		OF_THE_ADDRESS, OF_THE_CLIENT, OF_EVERYBODY

	}

	/** No link is sent now; one may be asked for again after this pause. */
	record Slowed(Because because, Duration pause) {
	}

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInLimits(TransactionLocks locks, JdbcClient jdbc, Clock clock) {
		this.locks = locks;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts a link as sent; where it comes too soon, nothing is counted, and the wait is
	 * told.
	 */
	@Transactional
	Optional<Slowed> admit(EmailAddress email, ClientAddress client) {
		// Always in this order, so that two requests never wait for each other.
		locks.take(LockSpace.SIGN_IN_LINKS_FOR_CLIENT, client);
		locks.take(LockSpace.SIGN_IN_LINKS_TO_ADDRESS, email);
		Instant now = clock.instant();
		jdbc.sql("delete from sign_in_request where at <= ?").param(utc(now.minus(SignInPace.MEMORY))).update();
		Optional<Slowed> slowed = slowed(Because.OF_THE_ADDRESS, SignInPace.nextTo(sentTo(email, now)), now)
			.or(() -> slowed(Because.OF_THE_CLIENT, SignInPace.nextFor(sentFor(client, now)), now))
			.or(() -> slowed(Because.OF_EVERYBODY, nextForAnybody(now), now));
		if (slowed.isEmpty()) {
			jdbc.sql("insert into sign_in_request (email, client, at) values (?, ?, ?)")
				.params(email.value(), client.value(), utc(now))
				.update();
		}
		return slowed;
	}

	/**
	 * A link has arrived and was used: its owner is there, and the next link is a first
	 * one.
	 */
	@Transactional
	void arrived(EmailAddress email) {
		jdbc.sql("delete from sign_in_request where email = ?").param(email.value()).update();
	}

	private static Optional<Slowed> slowed(Because because, Optional<Instant> next, Instant now) {
		return next.filter(now::isBefore).map(then -> new Slowed(because, Duration.between(now, then)));
	}

	// What another node's clock puts into the future must not make anybody wait until
	// then.
	private List<Instant> sentTo(EmailAddress email, Instant now) {
		return jdbc.sql("select at from sign_in_request where email = ? and at > ? and at <= ? order by at")
			.params(email.value(), utc(now.minus(SignInPace.MEMORY)), utc(now))
			.query((row, number) -> at(row))
			.list();
	}

	private OfClient sentFor(ClientAddress client, Instant now) {
		return jdbc.sql("""
				select count(distinct email) filter (where at > :tenMinutesAgo) as addresses,
				count(*) filter (where at > :hourAgo) as hour, count(*) as day, max(at) as at
				from sign_in_request where client = :client and at > :dayAgo and at <= :now""")
			.param("tenMinutesAgo", utc(now.minus(Duration.ofMinutes(10))))
			.param("hourAgo", utc(now.minus(Duration.ofHours(1))))
			.param("dayAgo", utc(now.minus(SignInPace.MEMORY)))
			.param("now", utc(now))
			.param("client", client.value())
			.query((row, number) -> new OfClient(row.getInt("addresses"), row.getInt("hour"), row.getInt("day"),
					lastOf(row)))
			.single();
	}

	private Optional<Instant> nextForAnybody(Instant now) {
		return jdbc.sql("select at from sign_in_request where at > ? and at <= ? order by at desc offset ? limit 1")
			.params(utc(now.minus(Duration.ofMinutes(1))), utc(now), SignInPace.FROM_EVERYBODY_PER_MINUTE - 1)
			.query((row, number) -> at(row))
			.optional()
			.map(first -> first.plus(Duration.ofMinutes(1)));
	}

	private static Instant at(ResultSet row) throws SQLException {
		return row.getObject("at", OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant lastOf(ResultSet row) throws SQLException {
		return row.getObject("at") == null ? null : at(row);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
