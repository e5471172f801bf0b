package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills every text with sample values, in three languages beside each other, into
 * {@code target/wording/index.html}: for people, who see what no rule sees. The questions
 * of the forms and the controlled lists follow.
 */
class SampleTextsTests {

	private static final Path PAGE = Path.of("target/wording/index.html");

	private final MessageSource texts = AllTexts.asSaid();

	private final Samples samples = new Samples(texts);

	private final ArgumentKinds kinds = new ArgumentKinds();

	@Test
	void every_text_can_be_filled_and_looked_at_in_three_languages() throws IOException {
		StringBuilder rows = new StringBuilder();
		for (String bundle : Bundles.all()) {
			heading(rows, bundle);
			for (String key : new TreeSet<>(Bundles.keys(bundle, Languages.ENGLISH))) {
				row(rows, key, language -> filled(key, language));
			}
		}
		unfilled(rows, FormTexts.all());
		unfilled(rows, ListTexts.all());
		Files.createDirectories(PAGE.getParent());
		Files.writeString(PAGE, """
				<!DOCTYPE html>
				<html lang="en"><head><meta charset="utf-8"><title>Every text, filled</title>
				<meta name="viewport" content="width=device-width">
				<style>body{font:15px/1.4 sans-serif}table{border-collapse:collapse;table-layout:fixed;width:100%%}
				th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
				p{margin:0 0 4px;white-space:pre-line}th[scope=row]{font:12px monospace;width:17%%}</style></head>
				<body><h1>Every text, filled with sample values</h1><table>
				<tr><th>key</th><th>English</th><th>español</th><th>français</th></tr>
				%s</table></body></html>
				""".formatted(rows));

		assertThat(PAGE).content()
			.contains(Bundles.all().stream().map("<h2>%s</h2>"::formatted).toList())
			.contains("<h2>forms/pledge.form</h2>", "<h2>forms/partner-review.form</h2>", "<h2>country-names.csv</h2>");
	}

	/** What takes no arguments, by where it stands and its key there. */
	private static void unfilled(StringBuilder rows, Map<String, Map<Locale, String>> texts) {
		String place = "";
		for (Map.Entry<String, Map<Locale, String>> text : texts.entrySet()) {
			String[] found = text.getKey().split(" ", 2);
			if (!found[0].equals(place)) {
				place = found[0];
				heading(rows, place);
			}
			row(rows, found[1], language -> Set.of(text.getValue().get(language)));
		}
	}

	private static void heading(StringBuilder rows, String place) {
		rows.append("<tr><th colspan=\"4\" scope=\"rowgroup\"><h2>").append(place).append("</h2></th></tr>\n");
	}

	private static void row(StringBuilder rows, String key, Said said) {
		rows.append("<tr><th scope=\"row\">").append(key).append("</th>");
		for (Locale language : Languages.ALL) {
			Set<String> filled = said.in(language);
			assertThat(filled).as(key + " in " + language)
				.allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{0", "{1", "{2", "[["));
			rows.append("<td lang=\"").append(language.getLanguage()).append("\">");
			filled.forEach(text -> rows.append("<p>").append(HtmlUtils.htmlEscape(text)).append("</p>"));
			rows.append("</td>");
		}
		rows.append("</tr>\n");
	}

	private Set<String> filled(String key, Locale language) {
		Set<String> filled = new LinkedHashSet<>();
		for (int variant = 0; variant < Samples.VARIANTS; variant++) {
			int now = variant;
			Object[] arguments = kinds.of(key).stream().map(kind -> samples.of(kind, now, language)).toArray();
			filled.add(texts.getMessage(key, arguments, language));
		}
		return filled;
	}

	private interface Said {

		Set<String> in(Locale language);

	}

}
