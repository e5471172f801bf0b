package org.calltolocalaction.governments.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.letters.CheckLetters.Fit;
import org.calltolocalaction.governments.letters.CheckLetters.Unfit;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.kernel.request.Download;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of governments, in pieces, so that one of ten megabytes is never in memory
 * as a whole.
 */
@Component
public class Letters {

	private static final int PIECE = 256 * 1024;

	private final CheckLetters check;

	private final JdbcClient jdbc;

	private final Clock clock;

	Letters(CheckLetters check, JdbcClient jdbc, Clock clock) {
		this.check = check;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A letter that is kept, without its content.
	 *
	 * @param size in bytes
	 */
	public record Letter(LetterId id, String name, String type, long size, String sha256, Instant sentAt) {
	}

	/** The result of keeping one. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		<T> T fold(Function<Kept, T> kept, Function<NotKept, T> notKept);

	}

	/** It is kept. */
	public record Kept(Letter letter) implements Result {

		@Override
		public <T> T fold(Function<Kept, T> kept, Function<NotKept, T> notKept) {
			return kept.apply(this);
		}

	}

	/**
	 * Nothing was kept.
	 *
	 * @param messageKey of a sentence about the file, which takes its name
	 */
	public record NotKept(String messageKey) implements Result {

		@Override
		public <T> T fold(Function<Kept, T> kept, Function<NotKept, T> notKept) {
			return notKept.apply(this);
		}

	}

	/** Keeps it; whoever calls this refers to it from now on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Result keep(GovernmentId government, SentLetter sent, AccountId by) {
		LetterId id = LetterId.random();
		try {
			CheckLetters.Result checked = check.check(sent, (fit, content) -> write(id, government, fit, content, by));
			return checked instanceof Unfit unfit ? new NotKept(unfit.messageKey()) : new Kept(letter(government, id));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("A letter of government " + government + " cannot be read", unreadable);
		}
	}

	private void write(LetterId id, GovernmentId government, Fit fit, InputStream content, AccountId by)
			throws IOException {
		jdbc.sql("""
				insert into government_letter (id, government, name, type, size, sha256, sent_at, sent_by)
				values (?, ?, ?, ?, 0, '', ?, ?)""")
			.params(id.value(), government.value(), fit.name(), fit.type(), clock.instant().atOffset(ZoneOffset.UTC),
					by.value())
			.update();
		MessageDigest digest = Sha256.digest();
		long size = 0;
		int number = 0;
		for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
			jdbc.sql("insert into government_letter_piece (letter, number, content) values (?, ?, ?)")
				.params(id.value(), number++, piece)
				.update();
			digest.update(piece);
			size += piece.length;
		}
		jdbc.sql("update government_letter set size = ?, sha256 = ? where id = ?")
			.params(size, HexFormat.of().formatHex(digest.digest()), id.value())
			.update();
	}

	/** Those that a government sent, the newest first. */
	@Transactional(readOnly = true)
	public List<Letter> of(GovernmentId government, int most) {
		return jdbc.sql("select * from government_letter where government = ? order by sent_at desc, id limit ?")
			.params(government.value(), most)
			.query(Letters::read)
			.list();
	}

	/** One of them, for a reader of whom the caller knows that they may. */
	@Transactional(readOnly = true)
	public Letter letter(GovernmentId government, LetterId id) {
		return jdbc.sql("select * from government_letter where government = ? and id = ?")
			.params(government.value(), id.value())
			.query(Letters::read)
			.optional()
			.orElseThrow(() -> new NotFound("Letter " + id + " of government " + government));
	}

	/**
	 * The same with its content. Each piece is asked for by itself, so that a reader on a
	 * slow line keeps no connection to the database.
	 */
	public Download download(Letter letter) {
		return new Download(letter.name(), letter.type(), letter.size(), out -> copy(letter.id(), out));
	}

	private void copy(LetterId id, OutputStream out) throws IOException {
		int number = 0;
		for (Optional<byte[]> piece = piece(id, number); piece.isPresent(); piece = piece(id, ++number)) {
			out.write(piece.get());
		}
	}

	private Optional<byte[]> piece(LetterId id, int number) {
		return jdbc.sql("select content from government_letter_piece where letter = ? and number = ?")
			.params(id.value(), number)
			.query((row, index) -> row.getBytes("content"))
			.optional();
	}

	private static Letter read(ResultSet row, int number) throws SQLException {
		return new Letter(new LetterId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("type"),
				row.getLong("size"), row.getString("sha256"),
				row.getObject("sent_at", OffsetDateTime.class).toInstant());
	}

}
