package org.calltolocalaction.pledges.files.cleaning;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.events.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * The attributes in a text document and in the tables and slides within it that tell who
 * wrote something, or where on whose computer a file stood.
 */
final class TellingAttributes {

	/** Who wrote a comment without a name, as offices themselves put it. */
	static final String SOMEBODY = "Author";

	/** In texts of Word they stand at comments and changes of every kind. */
	private static final Set<String> OF_TEXTS = Set.of("author", "initials");

	private static final Set<String> PEOPLE_OF_TABLES_AND_SLIDES = Set.of("person", "userInfo", "header", "fileSharing",
			"cmAuthor", "author");

	private static final Set<String> OF_TABLES_AND_SLIDES = Set.of("displayName", "userId", "userName", "name",
			"initials");

	/** Where Word itself puts the file that a picture came from, and what is linked. */
	private static final Set<String> WITH_PLACES = Set.of("descr", "title", "name", "alt", "href", "Target");

	private static final Pattern OWN_PLACE = Pattern
		.compile("(?is)^(file:.*[\\\\/]|[a-z]:[\\\\/].*[\\\\/]?|(\\.\\./)*/?(home|users)/.*/)[^\\\\/]*$");

	/** As it stands in the text of a field, where each backslash is doubled. */
	private static final Pattern OWN_FOLDERS = Pattern
		.compile("(?i)(file:/+)?\\b[a-z]:(\\\\{1,2}|/)([^\"\\\\/]+(\\\\{1,2}|/))*");

	private TellingAttributes() {
	}

	/**
	 * What is written instead of the attribute's value: the same where it tells nothing,
	 * null where it is left out.
	 */
	static @Nullable String instead(QName element, Attribute attribute) {
		String name = attribute.getName().getLocalPart();
		String value = attribute.getValue();
		String of = element.getLocalPart();
		if (OF_TEXTS.contains(name) && isOf(attribute.getName(), "wordprocessingml")) {
			return SOMEBODY;
		}
		if (of.equals("permStart") && name.equals("ed")
				|| of.equals("pageSetup") && name.equals("id") && isOf(attribute.getName(), "relationships")) {
			return null;
		}
		if (PEOPLE_OF_TABLES_AND_SLIDES.contains(of) && OF_TABLES_AND_SLIDES.contains(name)
				&& isOf(element, "spreadsheetml", "presentationml", "powerpoint", "threadedcomments")) {
			return SOMEBODY;
		}
		if (WITH_PLACES.contains(name) && OWN_PLACE.matcher(value).matches()) {
			String file = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
			// In an OpenDocument a name alone would be a part of it.
			return name.equals("href") ? "../" + file : file;
		}
		return value;
	}

	/** What a field says, without the folders of whoever made it. */
	static String withoutFolders(String field) {
		return OWN_FOLDERS.matcher(field).replaceAll("");
	}

	private static boolean isOf(QName name, String... languages) {
		String namespace = name.getNamespaceURI().toLowerCase(Locale.ROOT);
		for (String language : languages) {
			if (namespace.contains(language)) {
				return true;
			}
		}
		return false;
	}

}
