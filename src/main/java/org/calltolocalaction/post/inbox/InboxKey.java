package org.calltolocalaction.post.inbox;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.calltolocalaction.kernel.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what the signs in addresses for answers are made: the same on all nodes, and as long
 * as somebody may answer a mail.
 */
@Component
class InboxKey {

	private final InboxSettings settings;

	private final JdbcClient jdbc;

	private volatile byte @Nullable [] known;

	InboxKey(InboxSettings settings, JdbcClient jdbc) {
		this.settings = settings;
		this.jdbc = jdbc;
	}

	byte[] bytes() {
		byte[] key = known;
		if (key == null) {
			key = settings.secret().isEmpty() ? kept() : Sha256.digest()
				.digest(("addresses for answers\0" + settings.secret()).getBytes(StandardCharsets.UTF_8));
			known = key;
		}
		return key;
	}

	// Of two nodes that start at once, both read the one that was first.
	private byte[] kept() {
		byte[] made = new byte[32];
		new SecureRandom().nextBytes(made);
		jdbc.sql("insert into inbox_key (one, bytes) values (true, ?) on conflict (one) do nothing")
			.param(made)
			.update();
		return jdbc.sql("select bytes from inbox_key").query((row, number) -> row.getBytes("bytes")).single();
	}

}
