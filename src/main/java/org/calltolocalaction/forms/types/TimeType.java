package org.calltolocalaction.forms.types;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A time of day in one box, because people write {@code 14:30}, {@code 14h30} and
 * {@code 2:30 pm}. A draft keeps it as the clock shows it; only what was found right gets
 * its zone.
 */
final class TimeType extends WrittenType {

	private static final Pattern WITH_ZONE = Pattern.compile("\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})");

	private final int interval;

	private final TimeFormat format;

	TimeType(int interval, TimeFormat format) {
		this.interval = interval;
		this.format = format;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		String typed = BrowserInput.first(posted, path);
		LocalTime time = typed == null ? null : TimeFormat.typed(BrowserInput.trimmed(typed));
		return time == null ? typed : TimeFormat.onTheClock(time);
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		String text = BrowserInput.trimmed((String) stored);
		if (text.isEmpty()) {
			return ParsedValue.UNANSWERED;
		}
		if (WITH_ZONE.matcher(text).matches()) {
			return withZone(text) == null ? ParsedValue.unreadable("forms.error.time") : ParsedValue.of(text);
		}
		LocalTime time = TimeFormat.typed(text);
		return time == null ? ParsedValue.unreadable("forms.error.time") : ParsedValue.of(TimeFormat.onTheClock(time));
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		if (onTheClock((String) value, findings.context()).toSecondOfDay() / 60 % interval != 0) {
			findings.add(field, "forms.error.time-step", TimeFormat.steps(interval));
		}
	}

	@Override
	public Object stored(Field field, Object value, FormContext context) {
		String text = (String) value;
		if (WITH_ZONE.matcher(text).matches()) {
			return text;
		}
		LocalTime time = LocalTime.parse(text);
		return format.stored(time, context.today().atTime(time), context.zone());
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.time";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		ParsedValue reading = stored == null ? ParsedValue.UNANSWERED : read(field, stored);
		String shown = reading.isAnswered() ? TimeFormat.onTheClock(onTheClock((String) reading.value(), context))
				: stored == null ? "" : (String) stored;
		return new FormView.TextBox(frame, shown, "text", null, "off", "govuk-input--width-5", FormView.Adorners.NONE);
	}

	@Override
	String inWords(Object value, FormContext context) {
		return TimeFormat.inWords(onTheClock((String) value, context), context.locale());
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return BrowserInput.kept(field.path(), (String) stored);
	}

	// Another's clock shows another time; without a day, that of today is as good as any.
	private static LocalTime onTheClock(String value, FormContext context) {
		if (!WITH_ZONE.matcher(value).matches()) {
			return LocalTime.parse(value);
		}
		LocalDateTime today = context.today().atTime(LocalTime.NOON);
		return Objects.requireNonNull(withZone(value), "It is asked for times that were understood")
			.withOffsetSameInstant(context.zone().getRules().getOffset(today))
			.toLocalTime();
	}

	private static @Nullable OffsetTime withZone(String value) {
		try {
			return OffsetTime.parse(value);
		}
		catch (DateTimeException noSuchTime) {
			return null;
		}
	}

}
