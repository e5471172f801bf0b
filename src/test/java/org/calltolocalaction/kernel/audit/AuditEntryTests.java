package org.calltolocalaction.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTests {

	private record Thing(String value) {

		@Override
		public String toString() {
			return value;
		}

	}

	private static final AuditEntry ENTRY = AuditEntry.of("thing.put-away", new Thing("T-1"));

	@Test
	void an_entry_is_the_desks_own_until_a_person_is_named() {
		UUID account = UUID.randomUUID();

		assertThat(ENTRY.who()).isEmpty();
		assertThat(ENTRY.by(() -> Optional.of(account)).who()).contains(account);
		assertThat(ENTRY.by(() -> Optional.of(account)).by(Actor.THE_DESK).who()).isEmpty();
	}

	@Test
	void facts_are_kept_as_what_json_can_say() {
		AuditEntry entry = ENTRY.with("day", LocalDate.of(2026, 10, 1))
			.with("at", Instant.parse("2026-10-01T12:00:00Z"))
			.with("deadline", ZonedDateTime.parse("2026-10-01T23:59:59-03:00[America/Argentina/Buenos_Aires]"))
			.with("weekday", DayOfWeek.MONDAY)
			.with("count", 3)
			.with("other", new Thing("T-2"))
			.with("list", List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
			.with("none", List.of());

		assertThat(entry.facts()).containsOnly(entry("day", "2026-10-01"), entry("at", "2026-10-01T12:00:00Z"),
				entry("deadline", "2026-10-01T23:59:59-03:00[America/Argentina/Buenos_Aires]"),
				entry("weekday", "MONDAY"), entry("count", 3), entry("other", "T-2"),
				entry("list", List.of("MONDAY", "FRIDAY")), entry("none", List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ana@example.org", "Ana Pérez", "Our council changed", "", "Ñuñoa", "a\nb",
			"0123456789012345678901234567890123456789012345678901234567890123456789" })
	void what_a_person_could_have_written_is_no_fact(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("note", text));
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("notes", List.of(text)));
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("thing", new Thing(text)));
	}

	@Test
	void what_is_no_value_is_refused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("thing", new Object()));
	}

	@Test
	void what_is_not_there_is_left_out() {
		AuditEntry entry = ENTRY.with("partner", Optional.empty()).personal("reason", "").personal("to", List.of());

		assertThat(entry).isEqualTo(ENTRY);
		assertThat(ENTRY.with("partner", Optional.of("UCLG")).facts()).containsOnly(entry("partner", "UCLG"));
	}

	@Test
	void what_a_person_wrote_stands_apart_as_it_was_written() {
		AuditEntry entry = ENTRY.personal("reason", "Ask ana@example.org").personal("to", List.of("Quito", ""));

		assertThat(entry.facts()).isEmpty();
		assertThat(entry.personal()).containsOnly(entry("reason", "Ask ana@example.org"),
				entry("to", List.of("Quito", "")));
	}

	@Test
	void a_value_is_said_once() {
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("from", 1).with("from", 2));
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("from", 1).personal("from", "one"));
	}

	@Test
	void a_kind_and_a_name_have_their_shape() {
		assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("put away", new Thing("T-1")));
		assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.of("thing.kept", new Thing("an entry of it")));
		assertThatIllegalArgumentException().isThrownBy(() -> ENTRY.with("due-date", 1));
	}

}
