package org.calltolocalaction.pledges.files.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * What the streams of a PDF unpack to, counted before a library reads it: libraries
 * unpack those that hold objects in memory, however large they become.
 */
final class PdfStreams {

	/** A page of a scanner, each dot in three bytes. */
	private static final long LARGEST = 128L * 1024 * 1024;

	private static final long ALL = 512L * 1024 * 1024;

	private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);

	private static final int LONGEST_DESCRIPTION = 4096;

	private static final Pattern ENCODED = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern OBJECTS = Pattern.compile("/(ObjStm|XRef)\\b");

	private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+)");

	private static final Pattern ONE_PLAIN_FILTER = Pattern.compile("\\[?\\s*/(FlateDecode|Fl)\\s*\\]?");

	private final byte[] file;

	private final byte[] piece = new byte[64 * 1024];

	private long unpacked;

	private PdfStreams(byte[] file) {
		this.file = file;
	}

	/**
	 * @throws CannotBeCleaned where a stream, or all of them, unpack to far more than a
	 * document, or objects are packed in a way that no program packs them
	 */
	static void require(byte[] file) throws CannotBeCleaned {
		PdfStreams streams = new PdfStreams(file);
		for (int at = streams.next(0); at >= 0; at = streams.next(at + KEYWORD.length)) {
			streams.require(at);
		}
	}

	private int next(int from) {
		for (int at = from; at <= file.length - KEYWORD.length; at++) {
			int matched = 0;
			while (matched < KEYWORD.length && file[at + matched] == KEYWORD[matched]) {
				matched++;
			}
			if (matched == KEYWORD.length) {
				return at;
			}
		}
		return -1;
	}

	private void require(int keyword) throws CannotBeCleaned {
		int begin = keyword + KEYWORD.length;
		while (begin < file.length && (file[begin] == '\r' || file[begin] == '\n' || file[begin] == ' ')) {
			begin++;
		}
		if (begin + 2 > file.length) {
			return;
		}
		String description = description(keyword);
		if (OBJECTS.matcher(description).find()) {
			Matcher filter = FILTER.matcher(description);
			if (filter.find() && !ONE_PLAIN_FILTER.matcher(filter.group(1)).matches()) {
				throw new CannotBeCleaned(Why.EXCESSIVE, "The objects of a PDF are packed more than once");
			}
		}
		int head = (file[begin] & 0xff) << 8 | file[begin + 1] & 0xff;
		if ((head & 0x0f00) == 0x0800 && head % 31 == 0) {
			inflate(begin);
		}
	}

	private String description(int keyword) {
		int from = Math.max(0, keyword - LONGEST_DESCRIPTION);
		String before = new String(file, from, keyword - from, StandardCharsets.ISO_8859_1);
		String own = before.substring(before.lastIndexOf("obj") + 1);
		return ENCODED.matcher(own)
			.replaceAll(code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
	}

	private void inflate(int begin) throws CannotBeCleaned {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(file, begin, file.length - begin);
			long own = 0;
			int more = inflater.inflate(piece);
			while (more > 0) {
				own += more;
				unpacked += more;
				if (own > LARGEST || unpacked > ALL) {
					throw new CannotBeCleaned(Why.EXCESSIVE, "A PDF unpacks to far more than it is");
				}
				more = inflater.inflate(piece);
			}
		}
		catch (DataFormatException notPackedLikeThis) {
			// Then it is not unpacked any further by anybody else either.
		}
		finally {
			inflater.end();
		}
	}

}
