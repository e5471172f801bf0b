package org.calltolocalaction.forms.types;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Constraints;
import org.calltolocalaction.forms.model.Constraints.TextKind;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.FieldType;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.forms.model.Rules.Format;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Text of one or several lines. Lengths count UTF-16 units of the trimmed text, as
 * form-js and GOV.UK's counter do, so that the page and the server agree; an emoji counts
 * as two or more.
 */
final class TextType implements FieldType {

	static final int CEILING = 20_000;

	// As the ITU has it in E.164: the country's code and at most fifteen digits in all.
	private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9]\\d{6,14}");

	private final boolean severalLines;

	TextType(boolean severalLines) {
		this.severalLines = severalLines;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		return BrowserInput.first(posted, path, severalLines ? Text.PROSE : Text.LINE);
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof String
				|| stored instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		String text = BrowserInput.trimmed(text(stored));
		if (text.isEmpty()) {
			return ParsedValue.UNANSWERED;
		}
		if (!severalLines && text.indexOf('\n') >= 0) {
			return ParsedValue.unreadable("forms.error.line-break");
		}
		if (field.constraints().textKind() == TextKind.PHONE) {
			// People group the digits, each country in its own way; form-js wants them in
			// one go.
			return ParsedValue.of(Text.ADDRESS.of(text).replaceAll("(?<=[\\d+)])[\\s\\p{Z}\\p{Pd}().]+(?=[\\d(])", ""));
		}
		if (field.constraints().textKind() == TextKind.EMAIL) {
			// What signing in takes, and stored as it is there: see EmailAddress.
			return EmailAddress.parse(text)
				.map(address -> ParsedValue.of(address.value()))
				.orElseGet(() -> ParsedValue.unreadable("forms.error.email"));
		}
		return switch (field.rules().format()) {
			case LIST ->
				ParsedValue.of(text.lines().map(BrowserInput::trimmed).filter(line -> !line.isEmpty()).toList());
			case URL -> WebAddress.parse(text)
				.map(address -> ParsedValue.of(address.value()))
				.orElseGet(() -> ParsedValue.unreadable("forms.error.url"));
			case PLAIN -> ParsedValue.of(text);
		};
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		Constraints limits = field.constraints();
		String text = text(value);
		int length = text.length();
		if (limits.minLength() != null && length < limits.minLength()) {
			findings.add(field, "forms.error.too-short", limits.minLength(), length);
		}
		else if (limits.maxLength() != null && length > limits.maxLength()) {
			findings.add(field, "forms.error.too-long", limits.maxLength(), length);
		}
		else if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
			String example = field.wording().text("example", findings.context().locale());
			if (example == null) {
				findings.add(field, "forms.error.pattern");
			}
			else {
				findings.add(field, "forms.error.pattern.example", example);
			}
		}
		else if (limits.textKind() == TextKind.PHONE && !PHONE.matcher(text).matches()) {
			findings.add(field, "forms.error.phone");
		}
	}

	@Override
	public Object unanswered() {
		return "";
	}

	@Override
	public Object seenByConditions(Field field, @Nullable Object stored) {
		if (stored == null || !accepts(stored)) {
			return "";
		}
		// As it will be stored, so that a condition does not judge the blanks that are
		// going to be trimmed.
		ParsedValue reading = read(field, stored);
		return reading.isAnswered() ? text(reading.value()) : BrowserInput.trimmed(text(stored));
	}

	@Override
	public int ceiling(Field field) {
		Integer longest = field.constraints().maxLength();
		return longest == null ? CEILING : longest * 2;
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.text";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		String text = stored == null ? "" : text(stored);
		Constraints limits = field.constraints();
		if (severalLines) {
			int rows = limits.maxLength() == null || limits.maxLength() > 1500 ? 8 : 5;
			return new FormView.TextArea(frame, text, limits.maxLength(), rows);
		}
		boolean url = field.rules().format() == Format.URL;
		boolean phone = limits.textKind() == TextKind.PHONE || "tel".equals(field.rules().autocomplete());
		String inputType = limits.textKind() == TextKind.EMAIL ? "email" : url ? "url" : phone ? "tel" : "text";
		if (limits.textKind() == TextKind.EMAIL) {
			text = EmailAddress.shown(text);
		}
		return new FormView.TextBox(frame, text, inputType, null, field.rules().autocomplete(), field.rules().width(),
				BrowserInput.adorners(field, context));
	}

	@Override
	public FormSummary.Answer shown(Field field, Object value, FormContext context) {
		if (field.rules().format() == Format.LIST) {
			List<String> lines = text(value).lines()
				.map(BrowserInput::trimmed)
				.filter(line -> !line.isEmpty())
				.toList();
			return new FormSummary.Answer("list", lines, true);
		}
		String text = text(value);
		if (field.constraints().textKind() == TextKind.EMAIL) {
			return new FormSummary.Answer("text", List.of(EmailAddress.shown(text)), true);
		}
		Optional<WebAddress> link = field.rules().format() == Format.URL ? WebAddress.parse(text) : Optional.empty();
		return link.map(address -> new FormSummary.Answer("link", List.of(address.shown()), true))
			.orElseGet(() -> new FormSummary.Answer("text", List.of(text), true));
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return BrowserInput.kept(field.path(), text(stored));
	}

	private static String text(Object stored) {
		if (stored instanceof List<?> lines) {
			return String.join("\n", lines.stream().map(String.class::cast).toList());
		}
		return (String) stored;
	}

}
