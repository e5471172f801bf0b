package org.calltolocalaction.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.context.MessageSource;

/**
 * What may stand in the place of an argument: first short names and nothing to count,
 * then longer and more.
 */
final class Samples {

	static final int VARIANTS = 4;

	private static final int[] COUNTS = { 0, 1, 2, 1000 };

	private static final List<String> GOVERNMENTS = List.of("Mérida", "Municipalidad de Godoy Cruz", "Ville de Dakar",
			"Association of Municipalities of the Northern Region (AMNR)");

	private static final List<String> PEOPLE = List.of("Ana", "José Ángel Ortiz", "Émilie",
			"Oluwaseun Adebayo-Whitfield");

	private static final ZoneId ANYWHERE = ZoneId.of("Etc/GMT+12");

	private static final Instant DEADLINE = Instant.parse("2027-10-02T11:59:59Z");

	private final MessageSource texts;

	private final DateFormats dates;

	Samples(MessageSource texts) {
		this.texts = texts;
		this.dates = new DateFormats(texts);
	}

	Object of(String kind, int variant, Locale language) {
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
			case "time" -> List.of("01:05", "09:00", "14:30", "23:59").get(variant);
			case "day", "days", "moment", "day-time", "zone", "left", "span", "deadline" ->
				time(kind, variant, language);
			default -> words(variant, language).getOrDefault(kind, kind);
		};
	}

	private String time(String kind, int variant, Locale language) {
		return switch (kind) {
			case "day" -> dates.day(DEADLINE.plusSeconds(-86_400L * variant), ANYWHERE, language);
			case "moment" -> dates.exact(DEADLINE, variant == 0 ? ANYWHERE : ZoneId.of("Europe/Paris"), language);
			case "day-time" -> dates.minute(DEADLINE, ZoneId.of("Europe/Paris"), language);
			case "days" -> texts.getMessage("kernel.time.and",
					new Object[] { "12", dates.day(DEADLINE, ANYWHERE, language) }, language);
			case "zone" -> dates.zone(DEADLINE, ZoneId.of("America/Bogota"), language);
			case "span" -> dates.length(Duration.ofHours(List.of(0, 1, 26, 300).get(variant)), language);
			case "deadline" -> dates.exact(DEADLINE, ANYWHERE, language) + ", " + time("left", variant, language);
			default -> texts.getMessage("editions.time.left.days", new Object[] { variant + 1 }, language);
		};
	}

	private static Map<String, String> words(int variant, Locale language) {
		Map<String, String> words = new HashMap<>(ANYWHERE_SAID);
		words.putAll(SAID.get(language));
		if (variant % 2 == 1) {
			words.putAll(LONGER);
			words.putAll(LONGER_SAID.get(language));
		}
		return words;
	}

	private static final Map<String, String> ANYWHERE_SAID = Map.ofEntries(Map.entry("partner", "MMC"),
			Map.entry("title", "Water for all"), Map.entry("file", "plan.pdf"), Map.entry("reference", "CLA-2027-0042"),
			Map.entry("email", "ana@city.example.org"), Map.entry("url", "https://pledges.example.org/my"),
			Map.entry("country", "Côte d’Ivoire"), Map.entry("date-iso", "2027-10-01"), Map.entry("offset", "UTC−12"),
			Map.entry("list", "A, B, C"), Map.entry("value", "12"), Map.entry("member", "gcmObjectives"),
			Map.entry("file-type", "PDF"), Map.entry("folder", "data/mailbox"), Map.entry("host", "smtp.example.org"));

	private static final Map<String, String> LONGER = Map.of("title",
			"Language courses and childcare for families who have arrived in the last two years", "file",
			"Plan municipal d’inclusion 2027 (version finale).docx");

	private static final Map<Locale, Map<String, String>> SAID = Map.of(Languages.ENGLISH,
			Map.of("partner-full", "Mayors Migration Council", "partner-list", "UCLG, MMC, IOM", "forum",
					"Global Refugee Forum", "label", "Title", "text", "clean water", "state", "approve", "sentence",
					"Pledge accepted"),
			Languages.SPANISH,
			Map.of("partner-full", "Consejo de Alcaldes sobre Migración", "partner-list", "CGLU, MMC, OIM", "forum",
					"Foro Mundial sobre los Refugiados", "label", "Título", "text", "agua limpia", "state", "aprobar",
					"sentence", "Compromiso aceptado"),
			Languages.FRENCH,
			Map.of("partner-full", "Conseil des maires pour les migrations", "partner-list", "CGLU, MMC, OIM", "forum",
					"Forum mondial sur les réfugiés", "label", "Titre", "text", "eau potable", "state", "approuver",
					"sentence", "Engagement accepté"));

	private static final Map<Locale, Map<String, String>> LONGER_SAID = Map.of(Languages.ENGLISH,
			Map.of("partner", "IOM", "partner-full", "International Organization for Migration", "partner-list", "UCLG",
					"label", "What will change, and for how many people?"),
			Languages.SPANISH,
			Map.of("partner", "OIM", "partner-full", "Organización Internacional para las Migraciones", "partner-list",
					"CGLU", "label", "¿Qué cambiará y para cuántas personas?"),
			Languages.FRENCH,
			Map.of("partner", "OIM", "partner-full", "Organisation internationale pour les migrations", "partner-list",
					"CGLU", "label", "Qu’est-ce qui changera, et pour combien de personnes ?"));

}
