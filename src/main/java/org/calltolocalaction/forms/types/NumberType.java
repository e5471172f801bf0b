package org.calltolocalaction.forms.types;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Constraints;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.kernel.text.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A number, counted exactly: 0.3 is three times 0.1 here. */
final class NumberType extends WrittenType {

	// No exponents: nobody writes them into a form, and 1E999999999 would be a gigabyte
	// of digits.
	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");

	private final boolean asText;

	/**
	 * A number may be stored as text, for programs that cannot count as far as people
	 * can.
	 */
	NumberType(boolean asText) {
		this.asText = asText;
	}

	@Override
	public Object stored(Field field, Object value, FormContext context) {
		return asText ? ((BigDecimal) value).toPlainString() : value;
	}

	@Override
	public @Nullable Object seenByConditions(Field field, @Nullable Object stored) {
		Object seen = super.seenByConditions(field, stored);
		return asText && seen instanceof BigDecimal number ? number.toPlainString() : seen;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		String typed = BrowserInput.first(posted, path);
		if (typed == null) {
			return null;
		}
		ParsedValue reading = read(null, typed);
		return reading.isAnswered() ? reading.value() : typed;
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof String || stored instanceof BigDecimal;
	}

	@Override
	public ParsedValue read(@Nullable Field field, Object stored) {
		String text = BrowserInput.trimmed(text(stored));
		if (text.isEmpty()) {
			return ParsedValue.UNANSWERED;
		}
		// form-js takes a comma for a point, as half of the world writes it.
		return NUMBER.matcher(text).matches()
				? ParsedValue.of(new BigDecimal(text.replace(',', '.')).stripTrailingZeros())
				: ParsedValue.unreadable("forms.error.number");
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		Constraints limits = field.constraints();
		BigDecimal number = (BigDecimal) value;
		if (limits.min() != null && number.compareTo(limits.min()) < 0) {
			findings.add(field, "forms.error.min", limits.min());
		}
		else if (limits.max() != null && number.compareTo(limits.max()) > 0) {
			findings.add(field, "forms.error.max", limits.max());
		}
		else if (limits.decimalDigits() != null && number.scale() > limits.decimalDigits()) {
			findings.add(field, "forms.error.decimals", limits.decimalDigits());
		}
		else if (limits.increment() != null && number.remainder(limits.increment()).signum() != 0) {
			BigDecimal below = number.subtract(number.remainder(limits.increment()));
			findings.add(field, "forms.error.increment", below, below.add(limits.increment()));
		}
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.text";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		Integer digits = field.constraints().decimalDigits();
		String inputMode = digits != null && digits == 0 ? "numeric" : "decimal";
		return new FormView.TextBox(frame, stored == null ? "" : text(stored), "text", inputMode,
				field.rules().autocomplete(), field.rules().width(), BrowserInput.adorners(field, context));
	}

	@Override
	String inWords(Object value, FormContext context) {
		return Numbers.of((BigDecimal) value, context.locale());
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return BrowserInput.kept(field.path(), text(stored));
	}

	private static String text(Object stored) {
		return stored instanceof BigDecimal number ? number.toPlainString() : (String) stored;
	}

}
