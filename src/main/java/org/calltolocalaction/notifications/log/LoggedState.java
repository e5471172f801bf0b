package org.calltolocalaction.notifications.log;

import java.util.Locale;
import org.calltolocalaction.notifications.MailState;

/** What became of a mail, as the log says it. */
public enum LoggedState {

	/** The server has taken it. */
	SENT("state = 'OUTGOING' and sent_at is not null"),

	/** To be sent, and not tried yet. */
	WAITING("state = 'OUTGOING' and sent_at is null and attempts = 0"),

	/** Tried in vain, and tried again by itself. */
	TRIED("state = 'OUTGOING' and sent_at is null and attempts > 0"),

	/** Waits some minutes for others. */
	GATHERED("state = 'GATHERED'"),

	/** Waits for the reader's digest. */
	HELD("state = 'HELD'"),

	/** Arrived in another mail. */
	DIGESTED("state = 'DIGESTED'"),

	/** Not wanted, or not for this reader any more. */
	DROPPED("state = 'DROPPED'"),

	/** No server takes mail for that address. */
	UNDELIVERABLE("state = 'UNDELIVERABLE'"),

	/** Given up, until somebody looks. */
	FAILED("state = 'FAILED'");

	private final String sql;

	LoggedState(String sql) {
		this.sql = sql;
	}

	/** As it is searched. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	String sql() {
		return sql;
	}

	/** Whether it is not tried again by itself, and a coordinator may have it sent. */
	public boolean ended() {
		return this == FAILED || this == UNDELIVERABLE;
	}

	/** Whether it has arrived, so that sending it again is a copy. */
	public boolean arrived() {
		return this == SENT || this == DIGESTED;
	}

	static LoggedState of(MailState state, boolean sent, int attempts) {
		return switch (state) {
			case OUTGOING -> sent ? SENT : attempts > 0 ? TRIED : WAITING;
			case GATHERED -> GATHERED;
			case HELD -> HELD;
			case DIGESTED -> DIGESTED;
			case DROPPED -> DROPPED;
			case UNDELIVERABLE -> UNDELIVERABLE;
			case FAILED -> FAILED;
		};
	}

}
