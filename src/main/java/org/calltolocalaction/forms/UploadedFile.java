package org.calltolocalaction.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file as the answers hold it: what it is, and by its hash exactly which content. The
 * content itself is elsewhere, so that answers stay small while whatever is a hash of
 * them covers the files too.
 *
 * @param id by which the page's owner finds the content
 * @param type the media type that was recognised
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record UploadedFile(String id, String name, String type, long size, String sha256) {

	private static final Set<String> MEMBERS = Set.of("id", "name", "type", "size", "sha256");

	private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

	private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,100}");

	private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

	private static final int LONGEST_NAME = 255;

	private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

	private static final long KILOBYTE = 1024;

	private static final long MEGABYTE = KILOBYTE * KILOBYTE;

	/** Reads what {@link #asAnswer()} gave; nothing where it is anything else. */
	public static Optional<UploadedFile> of(@Nullable Object answer) {
		if (answer instanceof Map<?, ?> map && map.keySet().equals(MEMBERS) && map.get("id") instanceof String id
				&& map.get("name") instanceof String name && map.get("type") instanceof String type
				&& map.get("size") instanceof BigDecimal size && map.get("sha256") instanceof String sha256
				&& ID.matcher(id).matches() && TYPE.matcher(type).matches() && SHA_256.matcher(sha256).matches()
				&& !name.isBlank() && name.length() <= LONGEST_NAME && size.scale() == 0 && size.signum() > 0
				&& size.compareTo(MOST) <= 0) {
			return Optional.of(new UploadedFile(id, name, type, size.longValueExact(), sha256));
		}
		return Optional.empty();
	}

	/** The files of an answer, without what is no file. */
	public static List<UploadedFile> listOf(@Nullable Object answer) {
		return answer instanceof List<?> list ? list.stream().map(UploadedFile::of).flatMap(Optional::stream).toList()
				: List.of();
	}

	/** As the answers hold it. */
	public Map<String, Object> asAnswer() {
		return Map.of("id", id, "name", name, "type", type, "size", size, "sha256", sha256);
	}

	/** What people call the type: the extension in capitals, PDF. */
	public String kind() {
		return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
	}

	/** Whether its size is better said in megabytes than in kilobytes. */
	public boolean large() {
		return size >= MEGABYTE;
	}

	/**
	 * Its size in the unit in which it is said, counted as file managers and the limits
	 * count, by 1,024.
	 */
	public BigDecimal amount() {
		BigDecimal bytes = BigDecimal.valueOf(size);
		return large() ? bytes.divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_EVEN)
				: bytes.divide(BigDecimal.valueOf(KILOBYTE), 0, RoundingMode.UP);
	}

}
