package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills every text with sample values, in three languages beside each other, into
 * {@code target/wording/index.html}: for people, who see what no rule sees.
 */
class SampleTextsTests {

	private static final Path PAGE = Path.of("target/wording/index.html");

	/**
	 * Each text once with each: short names and nothing to count, then longer and more.
	 */
	private static final int VARIANTS = 4;

	private static final int[] COUNTS = { 0, 1, 2, 1000 };

	private static final List<String> GOVERNMENTS = List.of("Mérida", "Municipalidad de Godoy Cruz", "Ville de Dakar",
			"Association of Municipalities of the Northern Region (AMNR)");

	private static final List<String> PEOPLE = List.of("Ana", "José Ángel Ortiz", "Émilie",
			"Oluwaseun Adebayo-Whitfield");

	private static final ZoneId ANYWHERE = ZoneId.of("Etc/GMT+12");

	private static final Instant DEADLINE = Instant.parse("2027-10-02T11:59:59Z");

	private final MessageSource texts = AllTexts.asSaid();

	private final DateFormats dates = new DateFormats(texts);

	private final ArgumentKinds kinds = new ArgumentKinds();

	@Test
	void every_text_can_be_filled_and_looked_at_in_three_languages() throws IOException {
		StringBuilder rows = new StringBuilder();
		for (String bundle : Bundles.all()) {
			rows.append("<tr><th colspan=\"4\" scope=\"rowgroup\"><h2>").append(bundle).append("</h2></th></tr>\n");
			for (String key : new TreeSet<>(Bundles.keys(bundle, Languages.ENGLISH))) {
				rows.append("<tr><th scope=\"row\">").append(key).append("</th>");
				for (Locale language : Languages.ALL) {
					Set<String> filled = filled(key, language);
					assertThat(filled).as(key + " in " + language)
						.allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{0", "{1", "{2", "[["));
					rows.append("<td lang=\"").append(language.getLanguage()).append("\">");
					filled.forEach(text -> rows.append("<p>").append(HtmlUtils.htmlEscape(text)).append("</p>"));
					rows.append("</td>");
				}
				rows.append("</tr>\n");
			}
		}
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

		assertThat(PAGE).isNotEmptyFile();
	}

	private Set<String> filled(String key, Locale language) {
		Set<String> filled = new LinkedHashSet<>();
		for (int variant = 0; variant < VARIANTS; variant++) {
			int now = variant;
			Object[] arguments = kinds.of(key).stream().map(kind -> sample(kind, now, language)).toArray();
			filled.add(texts.getMessage(key, arguments, language));
		}
		return filled;
	}

	private Object sample(String kind, int variant, Locale language) {
		return switch (kind) {
			case "count" -> COUNTS[variant];
			case "count1", "minutes" -> Math.max(1, COUNTS[variant]);
			case "many" -> Math.max(2, COUNTS[variant]);
			case "amount" -> List.of(0.5, 1.5, 12.0, 1200.0).get(variant);
			case "limit" -> List.of(5, 300, 3000, 10_080).get(variant);
			case "month" -> List.of(2, 4, 6, 11).get(variant);
			case "number", "percent" -> List.of("1", "2", "3", "12").get(variant);
			case "person" -> PEOPLE.get(variant);
			case "people-list" -> variant == 0 ? "Ana" : "Ana, José Ángel, Émilie";
			case "government" -> GOVERNMENTS.get(variant);
			case "year" -> String.valueOf(2026 + variant);
			case "day" -> dates.day(DEADLINE.plusSeconds(-86_400L * variant), ANYWHERE, language);
			case "moment" -> dates.exact(DEADLINE, variant == 0 ? ANYWHERE : ZoneId.of("Europe/Paris"), language);
			case "day-time" -> dates.minute(DEADLINE, ZoneId.of("Europe/Paris"), language);
			case "days" -> dates.day(DEADLINE, ANYWHERE, language);
			case "zone" -> dates.zone(DEADLINE, ZoneId.of("America/Bogota"), language);
			case "left" -> texts.getMessage("editions.time.left.days", new Object[] { variant + 1 }, language);
			case "time" -> List.of("01:05", "09:00", "14:30", "23:59").get(variant);
			case "span" -> dates.length(java.time.Duration.ofHours(List.of(0, 1, 26, 300).get(variant)), language);
			default -> variant % 2 == 0 ? SAMPLES.getOrDefault(kind, kind)
					: LONGER.getOrDefault(kind, SAMPLES.getOrDefault(kind, kind));
		};
	}

	private static final Map<String, String> SAMPLES = Map.ofEntries(Map.entry("partner", "MMC"),
			Map.entry("partner-full", "Mayors Migration Council"), Map.entry("partner-list", "UCLG, MMC, IOM"),
			Map.entry("forum", "Global Refugee Forum"), Map.entry("title", "Water for all"),
			Map.entry("label", "Title"), Map.entry("text", "clean water"), Map.entry("file", "plan.pdf"),
			Map.entry("reference", "CLA-2027-0042"), Map.entry("email", "ana@city.example.org"),
			Map.entry("url", "https://pledges.example.org/my"), Map.entry("country", "Côte d’Ivoire"),
			Map.entry("date-iso", "2027-10-01"), Map.entry("offset", "UTC−12"), Map.entry("list", "A, B, C"),
			Map.entry("state", "approve"), Map.entry("value", "12"), Map.entry("member", "gcmObjectives"),
			Map.entry("sentence", "Pledge accepted"), Map.entry("file-type", "PDF"),
			Map.entry("folder", "data/mailbox"), Map.entry("host", "smtp.example.org"),
			Map.entry("deadline", "1 October 2027, 23:59:59 (anywhere on Earth, UTC−12), 12 days left"));

	private static final Map<String, String> LONGER = Map.of("partner", "IOM", "partner-full",
			"International Organization for Migration", "title",
			"Language courses and childcare for families who have arrived in the last two years", "label",
			"What will change, and for how many people?", "file",
			"Plan municipal d’inclusion 2027 (version finale).docx", "partner-list", "UCLG");

}
