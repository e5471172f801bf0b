package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files of pledges, in pieces, so that a file of ten megabytes is never in memory as
 * a whole.
 */
@Component
public class Attachments {

	private static final int PIECE = 256 * 1024;

	private final JdbcClient jdbc;

	Attachments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a file; the hash is of the very bytes that are written. */
	Attachment keep(PledgeReference reference, String name, CleanCopies.Copy copy, AccountId by, Instant at)
			throws IOException {
		try (InputStream content = copy.content()) {
			return keep(reference, name, copy.type().mediaType(), content, copy.kept(), by, at);
		}
	}

	/** Keeps a signed letter to the byte. */
	Attachment keepAsSent(PledgeReference reference, String name, FileType type, InputStream content, AccountId by,
			Instant at) throws IOException {
		return keep(reference, name, type.mediaType(), content, Kept.SIGNED, by, at);
	}

	private Attachment keep(PledgeReference reference, String name, String type, InputStream content, Kept how,
			AccountId by, Instant at) throws IOException {
		AttachmentId id = AttachmentId.random();
		MessageDigest digest = Sha256.digest();
		long size = 0;
		int number = 0;
		for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
			jdbc.sql("insert into attachment_chunk (attachment, number, content) values (?, ?, ?)")
				.params(id.value(), number++, piece)
				.update();
			digest.update(piece);
			size += piece.length;
		}
		Attachment kept = new Attachment(id, reference, name, type, size, HexFormat.of().formatHex(digest.digest()),
				how);
		jdbc.sql("""
				insert into attachment (id, reference, name, type, size, sha256, kept, attached_at, attached_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(id.value(), reference.value(), name, type, size, kept.sha256(), how.name(),
					at.atOffset(ZoneOffset.UTC), by.value())
			.update();
		return kept;
	}

	Optional<Attachment> find(PledgeReference reference, AttachmentId id) {
		return jdbc.sql("select * from attachment where reference = ? and id = ?")
			.params(reference.value(), id.value())
			.query(Attachments::read)
			.optional();
	}

	/**
	 * Everything that was attached to a pledge and is still referred to, oldest first.
	 */
	List<Attachment> of(PledgeReference reference) {
		return jdbc.sql("select * from attachment where reference = ? order by attached_at, id")
			.param(reference.value())
			.query(Attachments::read)
			.list();
	}

	/**
	 * Writes the content out. Each piece is asked for by itself, so that a reader on a
	 * slow line keeps no connection to the database.
	 */
	void copy(AttachmentId id, OutputStream out) throws IOException {
		int number = 0;
		for (Optional<byte[]> piece = piece(id, number); piece.isPresent(); piece = piece(id, ++number)) {
			out.write(piece.get());
		}
	}

	/** A revision was submitted with these files, which from now on cannot be deleted. */
	public void submitted(PledgeReference reference, int revision, Collection<UploadedFile> files) {
		files.forEach(
				file -> jdbc.sql("insert into revision_attachment (reference, number, attachment) values (?, ?, ?)")
					.params(reference.value(), revision, UUID.fromString(file.id()))
					.update());
	}

	/** The working copy does not refer to it any more; a revision may. */
	void letGo(AttachmentId id) {
		jdbc.sql(
				"""
						delete from attachment where id = ?
						and not exists (select 1 from revision_attachment submitted where submitted.attachment = attachment.id)""")
			.param(id.value())
			.update();
	}

	private Optional<byte[]> piece(AttachmentId id, int number) {
		return jdbc.sql("select content from attachment_chunk where attachment = ? and number = ?")
			.params(id.value(), number)
			.query((row, index) -> row.getBytes("content"))
			.optional();
	}

	private static Attachment read(ResultSet row, int number) throws SQLException {
		return new Attachment(new AttachmentId(row.getObject("id", UUID.class)),
				new PledgeReference(row.getString("reference")), row.getString("name"), row.getString("type"),
				row.getLong("size"), row.getString("sha256"), Kept.valueOf(row.getString("kept")));
	}

}
