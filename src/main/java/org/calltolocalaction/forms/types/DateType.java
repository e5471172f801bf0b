package org.calltolocalaction.forms.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A date, asked for in three boxes because that works on every device and in every
 * language; {@link TypedDate} says what is taken as one. A date is stored as
 * {@code 2027-01-31}; what is no date yet is stored as {@code 31 / x / 2027}, which fills
 * the same boxes again.
 */
public final class DateType extends WrittenType {

	static final String BETWEEN_BOXES = " / ";

	private static final Pattern ISO = Pattern.compile("([1-9]\\d{3})-(\\d{2})-(\\d{2})");

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		String whole = BrowserInput.first(posted, path);
		if (whole != null) {
			return TypedDate.of(whole).date().map(LocalDate::toString).orElse(whole);
		}
		String day = BrowserInput.box(posted, path + "-day");
		String month = BrowserInput.box(posted, path + "-month");
		String year = BrowserInput.box(posted, path + "-year");
		if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
			return null;
		}
		return TypedDate.in(day, month, year)
			.date()
			.map(LocalDate::toString)
			.orElse(String.join(BETWEEN_BOXES, day, month, year));
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		String text = BrowserInput.trimmed((String) stored);
		if (text.replace("/", "").isBlank()) {
			return ParsedValue.UNANSWERED;
		}
		String[] boxes = boxes(text);
		TypedDate typed = TypedDate.in(boxes[0], boxes[1], boxes[2]);
		return typed.date().map(date -> ParsedValue.of(date.toString())).orElseGet(() -> unreadable(typed));
	}

	private static ParsedValue unreadable(TypedDate typed) {
		return typed.problem()
			.map(problem -> ParsedValue.unreadable("forms.error.date.because", problem))
			.orElseGet(() -> ParsedValue.unreadable("forms.error.date"));
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		LocalDate today = findings.context().today();
		if (field.constraints().disallowPassedDates() && LocalDate.parse((String) value).isBefore(today)) {
			findings.add(field, "forms.error.passed");
		}
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.date";
	}

	@Override
	public String anchor(String htmlId) {
		return htmlId + "-day";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		String[] boxes = boxes(stored == null ? "" : (String) stored);
		return new FormView.DateBoxes(frame, boxes[0], boxes[1], boxes[2]);
	}

	@Override
	String inWords(Object value, FormContext context) {
		return day((String) value, context);
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		String[] boxes = boxes((String) stored);
		List<FormView.Kept> kept = new ArrayList<>(BrowserInput.kept(field.path() + "-day", boxes[0]));
		kept.addAll(BrowserInput.kept(field.path() + "-month", boxes[1]));
		kept.addAll(BrowserInput.kept(field.path() + "-year", boxes[2]));
		return kept;
	}

	/** The date as a sentence in the reader's language names it. */
	static String day(String iso, FormContext context) {
		return DateFormats.day(LocalDate.parse(iso), context.locale());
	}

	// Whoever types slashes into a box of their own gets them back, if not in the same
	// box.
	private static String[] boxes(String stored) {
		Matcher iso = ISO.matcher(stored);
		if (iso.matches()) {
			return new String[] { withoutZero(iso.group(3)), withoutZero(iso.group(2)), iso.group(1) };
		}
		int first = stored.indexOf(BETWEEN_BOXES);
		int last = stored.lastIndexOf(BETWEEN_BOXES);
		if (first < 0 || first == last) {
			return new String[] { stored, "", "" };
		}
		int length = BETWEEN_BOXES.length();
		String between = last >= first + length ? stored.substring(first + length, last) : "";
		return new String[] { stored.substring(0, first), between, stored.substring(last + length) };
	}

	static String withoutZero(String digits) {
		return digits.startsWith("0") ? digits.substring(1) : digits;
	}

}
