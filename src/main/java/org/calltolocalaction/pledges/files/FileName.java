package org.calltolocalaction.pledges.files;

import java.util.Locale;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;

/**
 * Makes what a file was called into a name that every system can store and that says the
 * truth about its type: without folders, without signs that are seen nowhere or that turn
 * the rest around, and not too long.
 */
final class FileName {

	private static final int LONGEST_STEM = 100;

	private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

	// Control and format characters, among them those that let "fdp.exe" be read
	// backwards; halves of characters.
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

	private static final Pattern FORBIDDEN_SOMEWHERE = Pattern.compile("[<>:\"|?*]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern AT_THE_END = Pattern.compile("[. ]+$");

	private static final Pattern AT_THE_BEGINNING = Pattern.compile("^[. ]+");

	// A number after a dot belongs to the name: "Plan 2.1", "Report 30.09.2026".
	private static final Pattern EXTENSION = Pattern.compile("\\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$");

	private FileName() {
	}

	/** The name, ending as files of this type end. */
	public static String of(String given, FileType type) {
		String name = Text.storable(given == null ? "" : given);
		name = FOLDERS.matcher(name).replaceFirst("");
		name = UNSEEN.matcher(BLANKS.matcher(name).replaceAll(" ")).replaceAll("");
		name = AT_THE_END.matcher(FORBIDDEN_SOMEWHERE.matcher(name).replaceAll("_")).replaceFirst("");
		String stem = AT_THE_BEGINNING.matcher(EXTENSION.matcher(name).replaceFirst("")).replaceFirst("");
		stem = shortened(stem);
		return (stem.isEmpty() ? "file" : stem) + "." + extension(name, type);
	}

	/**
	 * The ending that the name has, where it is one of the type's, else the usual one.
	 */
	private static String extension(String name, FileType type) {
		String lower = name.toLowerCase(Locale.ROOT);
		return type.extensions()
			.stream()
			.filter(extension -> lower.endsWith("." + extension))
			.findFirst()
			.orElse(type.extensions().get(0));
	}

	private static String shortened(String stem) {
		int end = stem.offsetByCodePoints(0, Math.min(LONGEST_STEM, stem.codePointCount(0, stem.length())));
		return AT_THE_END.matcher(stem.substring(0, end)).replaceFirst("");
	}

}
