package org.calltolocalaction.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.site.AllTexts;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class TrailReadoutTests {

	private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

	private static final EntryId ID = new EntryId(1);

	private static final AccountId ANA = AccountId.random();

	private static final MessageSource TEXTS = AllTexts.asSaid();

	private final Vocabulary vocabulary = mock(Vocabulary.class);

	private final TrailReadout readout = new TrailReadout(TEXTS, vocabulary, mock(Governments.class));

	@BeforeEach
	void a_partner_has_a_name() {
		when(vocabulary.shortLabel(eq(Vocabulary.PARTNERS), eq("UCLG"), any())).thenReturn("United Cities");
	}

	@Test
	void codes_are_said_in_words_in_the_order_of_what_matters() {
		assertThat(act("pledge.submitted", Map.of("sha256", "ab12", "timeliness", "IN_GRACE")).why())
			.isEqualTo("in the grace period, SHA-256 ab12");
		assertThat(act("pledge.included", Map.of("placementReason", "LATE", "edition", 2027)).why())
			.isEqualTo("2027, late");
		assertThat(act("pledge.awaits-next-edition", Map.of("placementReason", "LATE", "placement", "NEXT")).why())
			.isEqualTo("next edition, late");
		assertThat(act("review.completed", Map.of("recommendation", "APPROVE", "partner", "UCLG")).why())
			.isEqualTo("United Cities, approves");
		assertThat(act("pledge.file-attached", Map.of("file", "ab12")).why()).isEqualTo("ab12");
		assertThat(act("pledge.linked", Map.of("continues", "CLA-2025-0001")).why()).isEqualTo("CLA-2025-0001");
	}

	@Test
	void a_code_that_has_no_words_any_more_stays_as_it_is() {
		assertThat(act("pledge.disagreement", Map.of("disagreementReason", "OF_OLD")).why()).isEqualTo("OF_OLD");
		assertThat(act("pledge.of-old", Map.of()).what()).isEqualTo("pledge.of-old");
	}

	@Test
	void what_changed_is_said_from_and_to_in_the_readers_language() {
		Map<String, Object> deadlines = Map.of("from", "2026-10-01T18:00+02:00[Europe/Paris]", "to",
				"2026-10-02T18:00+02:00[Europe/Paris]");

		assertThat(act("edition.deadline-moved", deadlines).why())
			.isEqualTo("1 October 2026, 18:00:00 (Central European Summer Time, UTC+2) → "
					+ "2 October 2026, 18:00:00 (Central European Summer Time, UTC+2)");
		assertThat(act("review.due-date-moved", Map.of("from", "2026-10-01T12:00:00Z", "to", "2026-10-02T12:00:00Z"))
			.why()).isEqualTo("1 October 2026, 12:00:00 (UTC) → 2 October 2026, 12:00:00 (UTC)");
		assertThat(act("edition.review-days-set", Map.of("from", 15, "to", 20)).why()).isEqualTo("15 → 20");
		assertThat(
				act("edition.days-off-set", Map.of("from", List.of(), "to", List.of("2026-12-24", "2026-12-25"))).why())
			.isEqualTo("– → 24 December 2026, 25 December 2026");
		assertThat(read(Languages.FRENCH,
				entry("edition.contents-planned", Map.of("from", "2026-12-01", "to", "2026-12-24"), Map.of(), Set.of()))
			.why()).isEqualTo("1er décembre 2026 → 24 décembre 2026");
	}

	@Test
	void what_a_person_wrote_is_told_apart_from_what_the_desk_knows() {
		Act act = read(Languages.ENGLISH, entry("pledge.decided", Map.of("outcome", "ACCEPTED"),
				Map.of("reason", "2027 IN_TIME → ana: yes"), Set.of()));

		assertThat(act.why()).isEqualTo("accepted");
		assertThat(act.written()).isEqualTo("2027 IN_TIME → ana: yes");
	}

	@Test
	void what_was_erased_is_said_to_be() {
		RecordedEntry entry = entry("pledge.decided", Map.of("outcome", "ACCEPTED"), Map.of(), Set.of("reason"));

		assertThat(read(Languages.ENGLISH, entry).written()).isEqualTo("What was written here has been erased.");
		assertThat(read(Languages.SPANISH, entry).written()).isEqualTo("Lo que estaba escrito aquí se ha borrado.");
		assertThat(read(Languages.FRENCH, entry).written()).isEqualTo("Ce qui était écrit ici a été effacé.");
	}

	@Test
	void people_are_said_by_their_address_of_today() {
		UUID gone = UUID.randomUUID();
		Act act = read(Languages.ENGLISH,
				entry("review.assigned", Map.of("partner", "UCLG", "reviewer", ANA.toString()), Map.of(), Set.of()));

		assertThat(act.who()).isEqualTo("ana@example.org");
		assertThat(act.written()).isEqualTo("ana@example.org");
		assertThat(
				read(Languages.ENGLISH,
						new RecordedEntry(ID, "pledge.begun", "CLA-2026-0001", NOW, Optional.of(gone), Map.of(),
								Map.of(), Set.of(), Optional.empty()))
					.who())
			.isEqualTo("an account that no longer exists");
		assertThat(read(Languages.ENGLISH, new RecordedEntry(ID, "pledge.accepted", "CLA-2026-0001", NOW,
				Optional.empty(), Map.of(), Map.of(), Set.of(), Optional.empty()))
			.who()).isEqualTo("by this site");
	}

	private Act act(String kind, Map<String, Object> facts) {
		return read(Languages.ENGLISH, entry(kind, facts, Map.of(), Set.of()));
	}

	private Act read(Locale language, RecordedEntry entry) {
		Person ana = new Person(ANA, "ana@example.org", "Ana", language, ZoneId.of("UTC"), MailPreference.DEFAULT,
				Optional.empty(), false, false);
		ReaderTimes times = new ReaderTimes(new DateFormats(TEXTS), TEXTS, language, ZoneId.of("UTC"), NOW);
		return readout.of(new Trail(List.of(entry), Map.of(ANA, ana)), times, language).get(0);
	}

	private static RecordedEntry entry(String kind, Map<String, Object> facts, Map<String, Object> personal,
			Set<String> erased) {
		return new RecordedEntry(ID, kind, "CLA-2026-0001", NOW, ANA.account(), facts, personal, erased,
				Optional.empty());
	}

}
