package org.calltolocalaction.post.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one part of a mail as it is, not as it says that it is: an unknown encoding or
 * alphabet is read as it stands, and what breaks off is read up to there.
 */
final class MimeParts {

	private MimeParts() {
	}

	/** Its type in small letters; plain text where it says none that can be read. */
	static String type(MimePart part) {
		ContentType type = contentType(part);
		return type == null ? "text/plain" : type.getBaseType().toLowerCase(Locale.ROOT);
	}

	static String parameter(MimePart part, String name) {
		ContentType type = contentType(part);
		String value = type == null ? null : type.getParameter(name);
		return value == null ? "" : value;
	}

	private static @Nullable ContentType contentType(MimePart part) {
		try {
			String said = part.getContentType();
			return said == null ? null : new ContentType(said);
		}
		catch (MessagingException unreadable) {
			return null;
		}
	}

	static String fileName(MimePart part) {
		try {
			String name = part.getFileName();
			return name == null ? "" : decoded(name);
		}
		catch (MessagingException unreadable) {
			return "";
		}
	}

	static boolean attached(MimePart part) {
		try {
			return "attachment".equalsIgnoreCase(part.getDisposition());
		}
		catch (MessagingException unreadable) {
			return false;
		}
	}

	/** Words that are encoded for headers, as they are meant. */
	static String decoded(String header) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(header));
		}
		catch (IOException | RuntimeException unknown) {
			return header;
		}
	}

	/**
	 * At most so many bytes. Where it breaks off it is read once more, byte by byte up to
	 * there: the library keeps for itself what it had of a block.
	 */
	static byte[] bytes(MimePart part, int most) {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		if (!read(part, most, new byte[8192], read)) {
			read.reset();
			read(part, most, new byte[1], read);
		}
		return read.toByteArray();
	}

	private static boolean read(MimePart part, int most, byte[] buffer, ByteArrayOutputStream read) {
		try (InputStream content = content(part)) {
			for (int length = content.read(buffer); length >= 0 && read.size() < most; length = content.read(buffer)) {
				read.write(buffer, 0, Math.min(length, most - read.size()));
			}
			return true;
		}
		catch (IOException | MessagingException | RuntimeException broken) {
			return false;
		}
	}

	private static InputStream content(MimePart part) throws IOException, MessagingException {
		try {
			return part.getInputStream();
		}
		catch (IOException | MessagingException unknownEncoding) {
			return part instanceof MimeMessage message ? message.getRawInputStream()
					: part instanceof MimeBodyPart body ? body.getRawInputStream() : InputStream.nullInputStream();
		}
	}

	static String text(MimePart part, int most) {
		byte[] bytes = bytes(part, most);
		try {
			String said = parameter(part, "charset");
			return new String(bytes, Charset.forName(said.isEmpty() ? "UTF-8" : MimeUtility.javaCharset(said)));
		}
		catch (IllegalArgumentException unknown) {
			return guessed(bytes);
		}
	}

	private static String guessed(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException other) {
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}

}
