package org.calltolocalaction.forms.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the forms that the build put on the class path. */
public final class FormFiles {

	private static final String SUFFIX = ".form";

	private FormFiles() {
	}

	/**
	 * All the forms of a folder, each with the translations that lie in {@code i18n}
	 * below it.
	 */
	public static List<FormFile> under(String folder) {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		try {
			List<FormFile> files = new ArrayList<>();
			for (Resource resource : resolver.getResources("classpath*:" + folder + "/*" + SUFFIX)) {
				String name = Objects.requireNonNull(resource.getFilename());
				String id = name.substring(0, name.length() - SUFFIX.length());
				Map<String, Map<String, String>> translations = new HashMap<>();
				String beside = "classpath*:" + folder + "/i18n/" + id + "_*.properties";
				for (Resource translation : resolver.getResources(beside)) {
					String file = Objects.requireNonNull(translation.getFilename());
					String language = file.substring(id.length() + 1, file.length() - ".properties".length());
					translations.put(language, texts(translation));
				}
				files.add(new FormFile(folder + "/" + name, resource.getContentAsString(StandardCharsets.UTF_8),
						translations));
			}
			if (files.isEmpty()) {
				throw new IllegalStateException("There is no form under " + folder + " on the class path");
			}
			return files;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The forms under " + folder + " cannot be read", unreadable);
		}
	}

	private static Map<String, String> texts(Resource resource) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		Map<String, String> texts = new HashMap<>();
		properties.forEach((key, text) -> texts.put((String) key, (String) text));
		return texts;
	}

}
