package org.calltolocalaction.forms.types;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
 * A day and a time of day, in the boxes of both. What is not both yet is stored as
 * {@code 31 / x / 2027 / 14:30}, which fills the same boxes again.
 */
final class DateTimeType extends WrittenType {

	private static final Pattern MOMENT = Pattern
		.compile("[1-9]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})?");

	private static final int WITHOUT_ZONE = "2027-01-31T14:30".length();

	private final int interval;

	private final TimeFormat format;

	DateTimeType(int interval, TimeFormat format) {
		this.interval = interval;
		this.format = format;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		String whole = BrowserInput.first(posted, path);
		if (whole != null) {
			return whole;
		}
		String day = BrowserInput.box(posted, path + "-day");
		String month = BrowserInput.box(posted, path + "-month");
		String year = BrowserInput.box(posted, path + "-year");
		String clock = BrowserInput.box(posted, path + "-time");
		if (day.isEmpty() && month.isEmpty() && year.isEmpty() && clock.isEmpty()) {
			return null;
		}
		LocalDate date = TypedDate.in(day, month, year).date().orElse(null);
		LocalTime time = TimeFormat.typed(BrowserInput.trimmed(clock));
		return date == null || time == null ? String.join(DateType.BETWEEN_BOXES, day, month, year, clock)
				: TimeFormat.onTheClock(date.atTime(time));
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		String text = BrowserInput.trimmed((String) stored);
		if (text.replace("/", "").isBlank()) {
			return ParsedValue.UNANSWERED;
		}
		return moment(text) == null ? unreadable(parts(text)) : ParsedValue.of(text);
	}

	private static ParsedValue unreadable(String[] boxes) {
		return boxes.length < 4 ? ParsedValue.unreadable("forms.error.datetime")
				: TypedDate.in(boxes[0], boxes[1], boxes[2])
					.problem()
					.map(problem -> ParsedValue.unreadable("forms.error.datetime.because", problem))
					.orElseGet(() -> ParsedValue.unreadable("forms.error.datetime"));
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		LocalDateTime moment = onTheClock((String) value, findings.context());
		if (field.constraints().disallowPassedDates() && moment.toLocalDate().isBefore(findings.context().today())) {
			findings.add(field, "forms.error.passed");
		}
		else if (moment.toLocalTime().toSecondOfDay() / 60 % interval != 0) {
			findings.add(field, "forms.error.time-step", TimeFormat.steps(interval));
		}
	}

	@Override
	public Object stored(Field field, Object value, FormContext context) {
		String text = (String) value;
		return text.length() > WITHOUT_ZONE ? text : format.stored(LocalDateTime.parse(text), context.zone());
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.datetime";
	}

	@Override
	public String anchor(String htmlId) {
		return htmlId + "-day";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		String[] boxes = boxes(field, stored == null ? "" : (String) stored, context);
		return new FormView.DateTimeBoxes(frame, new FormView.DateBoxes(frame, boxes[0], boxes[1], boxes[2]), boxes[3],
				field.wording().text("timeLabel", context.locale()));
	}

	@Override
	String inWords(Object value, FormContext context) {
		LocalDateTime moment = onTheClock((String) value, context);
		return DateFormats.joined(moment.toLocalDate(), TimeFormat.inWords(moment.toLocalTime(), context.locale()),
				context.locale());
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		// The whole moment is carried, zone and all, because nobody is going to change
		// its boxes.
		String text = (String) stored;
		if (moment(BrowserInput.trimmed(text)) != null || parts(text).length < 4) {
			return BrowserInput.kept(field.path(), text);
		}
		String[] boxes = parts(text);
		List<FormView.Kept> kept = new ArrayList<>(BrowserInput.kept(field.path() + "-day", boxes[0]));
		kept.addAll(BrowserInput.kept(field.path() + "-month", boxes[1]));
		kept.addAll(BrowserInput.kept(field.path() + "-year", boxes[2]));
		kept.addAll(BrowserInput.kept(field.path() + "-time", boxes[3]));
		return kept;
	}

	private String[] boxes(Field field, String stored, FormContext context) {
		ParsedValue reading = read(field, stored);
		if (reading.isAnswered()) {
			LocalDateTime moment = onTheClock((String) reading.value(), context);
			return new String[] { "" + moment.getDayOfMonth(), "" + moment.getMonthValue(), "" + moment.getYear(),
					TimeFormat.onTheClock(moment.toLocalTime()) };
		}
		String[] parts = parts(stored);
		return parts.length < 4 ? new String[] { stored, "", "", "" } : parts;
	}

	private static String[] parts(String stored) {
		return stored.split(DateType.BETWEEN_BOXES, 4);
	}

	private static LocalDateTime onTheClock(String value, FormContext context) {
		return value.length() == WITHOUT_ZONE ? LocalDateTime.parse(value)
				: OffsetDateTime.parse(value).atZoneSameInstant(context.zone()).toLocalDateTime();
	}

	private static @Nullable LocalDateTime moment(String text) {
		if (!MOMENT.matcher(text).matches()) {
			return null;
		}
		try {
			if (text.length() > WITHOUT_ZONE) {
				return OffsetDateTime.parse(text).toLocalDateTime();
			}
			LocalDateTime moment = LocalDateTime.parse(text);
			// At both ends of the calendar a zone would add a digit to the year, or take
			// one away.
			return moment.getYear() > 1000 && moment.getYear() < 9999 ? moment : null;
		}
		catch (DateTimeException noSuchMoment) {
			return null;
		}
	}

}
