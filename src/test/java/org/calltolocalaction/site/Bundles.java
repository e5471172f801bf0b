package org.calltolocalaction.site;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;

/**
 * The files of texts as they stand in the source, for tests that read them like an
 * editor.
 */
final class Bundles {

	private static final Path FOLDER = Path.of("src/main/resources/messages");

	private Bundles() {
	}

	/** Their names, without language and ending. */
	static List<String> all() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map(file -> file.getFileName().toString())
				.filter(file -> file.endsWith(".properties") && !file.contains("_"))
				.map(file -> file.replace(".properties", ""))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FOLDER + " cannot be listed", ex);
		}
	}

	static Set<String> keys(String bundle, Locale language) {
		return new TreeSet<>(texts(bundle, language).stringPropertyNames());
	}

	static Set<String> allKeys() {
		return all().stream()
			.flatMap(bundle -> keys(bundle, Languages.ENGLISH).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static Properties texts(String bundle, Locale language) {
		return read(FOLDER.resolve(bundle + ending(language) + ".properties"));
	}

	/** The texts of all bundles. */
	static Properties texts(Locale language) {
		Properties all = new Properties();
		Bundles.all().forEach(bundle -> all.putAll(texts(bundle, language)));
		return all;
	}

	static Properties read(Path file) {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			texts.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " cannot be read", ex);
		}
		return texts;
	}

	private static String ending(Locale language) {
		return language.equals(Languages.ENGLISH) ? "" : "_" + language.getLanguage();
	}

}
