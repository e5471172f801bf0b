package org.calltolocalaction.notifications.leaving;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses under which people say that they want fewer mails. Each account has one,
 * until what it chose makes it void.
 */
@Component
public class LeavingLinks {

	private static final int KEY = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final DeskProperties desk;

	private final Clock clock;

	LeavingLinks(JdbcClient jdbc, DeskProperties desk, Clock clock) {
		this.jdbc = jdbc;
		this.desk = desk;
		this.clock = clock;
	}

	/** The account's own, the same in each of its mails. */
	@Transactional
	public URI of(AccountId account) {
		byte[] key = key(account).orElseGet(() -> make(account));
		return desk.addressOf(LeavingToken.signed(account, key).path());
	}

	/** Whose it is, where it is not void. */
	@Transactional(readOnly = true)
	Optional<AccountId> owner(LeavingToken token) {
		return token.account().filter(account -> key(account).filter(token::isSignedBy).isPresent());
	}

	/** Those in mails that were sent so far do nothing any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	void end(AccountId account) {
		jdbc.sql("delete from mail_leaving where account = ?").param(account.value()).update();
	}

	private Optional<byte[]> key(AccountId account) {
		return jdbc.sql("select key from mail_leaving where account = ?")
			.param(account.value())
			.query(byte[].class)
			.optional();
	}

	// Another node may make it at this moment: then that one is the key.
	private byte[] make(AccountId account) {
		byte[] made = new byte[KEY];
		RANDOM.nextBytes(made);
		jdbc.sql("insert into mail_leaving (account, key, made_at) values (?, ?, ?) on conflict (account) do nothing")
			.params(account.value(), made, clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return key(account).orElseThrow();
	}

}
