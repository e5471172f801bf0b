package org.calltolocalaction.forms.types;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.calltolocalaction.forms.model.FieldType;
import org.jspecify.annotations.Nullable;

/** Which class stands for which component type of Camunda Forms. */
public final class FieldTypes {

	/** More files than any question may ask for. */
	public static final int MOST_FILES = 20;

	private static final Map<String, FieldType> BY_NAME = Map.of("textfield", new TextType(false), "textarea",
			new TextType(true), "number", new NumberType(false), "datetime", new DateType(), "checkbox",
			new CheckboxType(), "radio", new SingleChoiceType("radios"), "select", new SingleChoiceType("drop-down"),
			"checklist", new SeveralChoicesType(false), "taglist", new SeveralChoicesType(true));

	private FieldTypes() {
	}

	/** The type of that name, which is one of {@link #names()}. */
	public static FieldType named(String type) {
		return Objects.requireNonNull(BY_NAME.get(type), () -> "'" + type + "' is no type of a field");
	}

	/** A number that is stored as text. */
	public static FieldType numberAsText() {
		return new NumberType(true);
	}

	/**
	 * A time of day; times are a multiple of so many minutes, and stored in this manner.
	 */
	public static FieldType time(int interval, TimeFormat format) {
		return new TimeType(interval, format);
	}

	/** A day with a time of day. */
	public static FieldType dateAndTime(int interval, TimeFormat format) {
		return new DateTimeType(interval, format);
	}

	/**
	 * Files.
	 * @param most how many answer the question at most
	 * @param offered the extensions that a browser offers to choose from, or null for all
	 */
	public static FieldType upload(int most, @Nullable String offered) {
		return new UploadType(most, offered);
	}

	/** All the names, for the checks of the forms themselves. */
	public static Set<String> names() {
		return BY_NAME.keySet();
	}

}
