package org.calltolocalaction.kernel.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.Verification.CheckpointDiffers;
import org.calltolocalaction.kernel.audit.proof.Verification.Difference;
import org.calltolocalaction.kernel.audit.proof.Verification.EntryDiffers;
import org.calltolocalaction.kernel.audit.proof.Verification.Fits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody changes who owns the database is found, by the desk and by a program
 * of forty lines that knows nothing of it; what may be erased leaves the proof whole.
 */
class VerifiedTrailTests {

	private static final Path SCRIPT = Path.of("docs/verify-trail.py");

	private final TrailOfItsOwn own = new TrailOfItsOwn();

	private EntryId third;

	@TempDir
	private Path folder;

	@BeforeEach
	void a_trail_with_two_checkpoints() {
		own.write(2);
		third = own.write();
		own.write(4);
		own.make.make();
		own.write(6);
		own.make.make();
	}

	@AfterEach
	void close() {
		own.close();
	}

	@Test
	void a_trail_that_nobody_touched_fits() throws Exception {
		assertThat(own.verify.verify()).isEqualTo(new Fits(newest(), 13));
		assertThat(script(exported())).isEqualTo("0: 13 entries fit 2 checkpoints");
		assertThat(script(exported(), newest().root().hex())).isEqualTo("0: 13 entries fit 2 checkpoints");
	}

	@Test
	void a_trail_without_entries_fits() throws Exception {
		try (TrailOfItsOwn empty = new TrailOfItsOwn()) {
			assertThat(empty.verify.verify()).isInstanceOf(Verification.NothingYet.class);
			assertThat(script(file("trail.jsonl", empty.exported()))).isEqualTo("0: 0 entries fit 0 checkpoints");
		}
	}

	@Test
	void a_root_that_was_never_published_is_not_believed() throws Exception {
		assertThat(script(exported(), "ab".repeat(32))).startsWith("1: ").contains("no checkpoint has the root");
	}

	@Test
	void an_entry_that_was_changed_is_named() throws Exception {
		TreeHash published = newest().root();
		own.forge("update audit_entry set facts = '{\"count\": 4}' where id = ?", third.value());

		assertThat(own.verify.verify()).isEqualTo(new EntryDiffers(third, Difference.CHANGED));
		assertThat(script(exported())).isEqualTo("1: Line 8: checkpoint 1 is not of the lines before it");
		assertThat(published).isEqualTo(newest().root());
	}

	@Test
	void of_whatever_an_entry_says_nothing_can_be_changed() {
		for (String change : List.of("kind = 'thing.undone'", "about = 'T-2'", "at = at + interval '1 microsecond'",
				"who = gen_random_uuid()", "personal = '{reason}'", "hashes = hashes - 'reason'")) {
			try (TrailOfItsOwn other = new TrailOfItsOwn()) {
				EntryId entry = other.write();
				other.make.make();
				other.forge("update audit_entry set " + change + " where id = ?", entry.value());
				assertThat(other.verify.verify()).as(change).isEqualTo(new EntryDiffers(entry, Difference.CHANGED));
			}
		}
	}

	@Test
	void an_entry_that_was_taken_away_is_named() throws Exception {
		own.forge("delete from audit_entry where id = ?", third.value());

		assertThat(own.verify.verify()).isEqualTo(new EntryDiffers(third, Difference.MISSING));
		assertThat(script(exported())).startsWith("1: Line 7: checkpoint 1");
	}

	@Test
	void an_entry_that_was_slipped_in_is_named() {
		own.forge("insert into audit_entry (kind, about, at, facts, personal) "
				+ "values ('thing.done', 'T-1', now(), '{}', '{}')");

		assertThat(own.verify.verify()).isInstanceOfSatisfying(EntryDiffers.class,
				found -> assertThat(found.difference()).isEqualTo(Difference.IN_NO_CHECKPOINT));
	}

	@Test
	void who_changes_an_entry_with_its_leaf_is_found_by_the_root() {
		own.forge("update audit_entry set kind = 'thing.undone' where id = ?", third.value());
		TreeHash leaf = own.prove.of(third).orElseThrow().entry().leaf();
		own.forge("update audit_leaf set hash = ? where entry = ?", leaf.bytes(), third.value());

		assertThat(own.verify.verify()).isEqualTo(new CheckpointDiffers(1));
		assertThat(own.prove.of(third)).hasValueSatisfying(proof -> assertThat(proof.holds()).isFalse());
	}

	@Test
	void who_changes_a_root_is_found_by_the_entries_and_a_checkpoint_by_the_next() {
		own.forge("update audit_checkpoint set at = at - interval '1 day' where number = 1");

		assertThat(own.verify.verify()).isEqualTo(new CheckpointDiffers(2));

		own.forge("update audit_checkpoint set root = sha256('') where number = 1");

		assertThat(own.verify.verify()).isEqualTo(new CheckpointDiffers(1));
	}

	@Test
	void what_was_erased_leaves_a_trail_that_fits_and_exports_the_same_text() throws Exception {
		byte[] before = own.exported();
		own.erase(third);

		assertThat(own.verify.verify()).isEqualTo(new Fits(newest(), 13));
		assertThat(new String(own.exported(), StandardCharsets.UTF_8))
			.startsWith(new String(before, StandardCharsets.UTF_8));
		assertThat(script(exported())).startsWith("0: ");
		assertThat(own.trail.all(List.of(third))).singleElement()
			.satisfies(entry -> assertThat(entry.erased()).containsExactlyInAnyOrder("reason", "to"));
	}

	@Test
	void the_database_erases_nothing_without_an_act_of_erasing_on_the_trail() {
		assertThatThrownBy(() -> own.jdbc.sql("delete from audit_personal").update())
			.hasStackTraceContaining("no act on the trail erases");
		assertThatThrownBy(() -> own.jdbc.sql("insert into audit_erasure (entry, act) values (?, ?)")
			.params(third.value(), third.value())
			.update()).hasStackTraceContaining("no such act of erasing names entry");
		own.erase(third);
		assertThatThrownBy(() -> own.jdbc.sql("delete from audit_erasure").update())
			.hasStackTraceContaining("the trail is only ever added to");
	}

	@Test
	void an_act_erases_the_entries_that_it_names_and_no_other() {
		EntryId other = own.write();
		EntryId act = own.erasing(third);

		assertThatThrownBy(() -> own.erase(other, act))
			.hasStackTraceContaining("no such act of erasing names entry " + other);
		own.erase(third, act);
		assertThatThrownBy(() -> own.erase(other, act))
			.hasStackTraceContaining("no such act of erasing names entry " + other);
		assertThat(own.trail.all(List.of(other))).singleElement()
			.satisfies(entry -> assertThat(entry.erased()).isEmpty());
	}

	@Test
	void an_act_that_names_an_entry_which_has_nothing_to_erase_does_not_fit_the_export() throws Exception {
		own.erase(third);
		own.make.make();
		assertThat(script(exported())).isEqualTo("0: 14 entries fit 3 checkpoints");

		own.erasing(new EntryId(4711));
		own.make.make();
		assertThat(script(exported())).isEqualTo("1: Line 18: entry 4711 is erased, and does not stand before");
	}

	@Test
	void personal_values_that_were_rewritten_are_named() {
		own.forge("update audit_personal set facts = jsonb_set(facts, '{reason}', '\"because\"') where entry = ?",
				third.value());

		assertThat(own.verify.verify()).isEqualTo(new EntryDiffers(third, Difference.PERSONAL_CHANGED));
	}

	@Test
	void personal_values_that_are_gone_without_an_act_that_erased_them_are_named() {
		own.erase(own.write());
		own.make.make();
		for (String gone : List.of("update audit_personal set facts = facts - 'reason' where entry = ?",
				"delete from audit_personal where entry = ?")) {
			own.forge(gone, third.value());
			assertThat(own.verify.verify()).as(gone).isEqualTo(new EntryDiffers(third, Difference.PERSONAL_GONE));
		}
	}

	@Test
	void an_erasure_by_what_is_no_act_of_erasing_or_erases_others_is_named() {
		EntryId other = own.write();
		own.erase(other);
		own.make.make();
		assertThat(own.verify.verify()).isInstanceOf(Fits.class);
		long act = own.jdbc.sql("select act from audit_erasure").query(Long.class).single();

		own.forge("insert into audit_erasure (entry, act) values (?, ?)", third.value(), act);
		assertThat(own.verify.verify()).isEqualTo(new EntryDiffers(third, Difference.ERASED_WITHOUT_ACT));

		own.forge("update audit_erasure set act = ? where entry = ?", other.value(), third.value());
		assertThat(own.verify.verify()).isEqualTo(new EntryDiffers(third, Difference.ERASED_WITHOUT_ACT));
	}

	@Test
	void the_same_value_never_has_the_same_hash_and_none_is_in_the_export() {
		String exported = new String(own.exported(), StandardCharsets.UTF_8);

		assertThat(exported).doesNotContain("Ñandú", "Quito", "Kampala");
		assertThat(own.jdbc.sql("select hashes ->> 'reason' from audit_entry").query(String.class).list()).hasSize(13)
			.doesNotHaveDuplicates();
	}

	@Test
	void every_entry_is_proved_to_somebody_who_knows_no_other() throws Exception {
		for (Long id : own.jdbc.sql("select id from audit_entry order by id").query(Long.class).list()) {
			EntryProof proof = own.prove.of(new EntryId(id)).orElseThrow();
			assertThat(proof.holds()).isTrue();
			Path file = file("proof.json", proof.json().getBytes(StandardCharsets.UTF_8));
			assertThat(script(file, newest().root().hex())).isEqualTo("0: Entry %d is in checkpoint 2".formatted(id));
		}
		EntryProof proof = own.prove.of(third).orElseThrow();
		String forged = proof.json().replace("thing.done", "thing.undone");
		assertThat(script(file("proof.json", forged.getBytes(StandardCharsets.UTF_8))))
			.isEqualTo("1: Entry %s is not in checkpoint 2".formatted(third));
	}

	@Test
	void each_checkpoint_is_shown_to_continue_those_before_to_somebody_who_kept_a_root() throws Exception {
		for (int more = 1; more <= 9; more++) {
			own.write(more);
			own.make.make();
			for (long number = 1; number <= newest().number(); number++) {
				ConsistencyProof proof = own.consistency.since(new CheckpointNumber(number)).orElseThrow();
				assertThat(proof.holds()).isTrue();
			}
		}
		for (long number = 1; number <= newest().number(); number += 2) {
			ConsistencyProof proof = own.consistency.since(new CheckpointNumber(number)).orElseThrow();
			assertThat(script(file("seal.json", proof.json()), proof.earlier().root().hex()))
				.isEqualTo("0: Checkpoint %d continues checkpoint %d".formatted(newest().number(), number));
		}
		assertThat(own.consistency.since(new CheckpointNumber(newest().number() + 1))).isEmpty();
	}

	@Test
	void a_trail_that_was_written_anew_does_not_continue_the_root_that_somebody_kept() throws Exception {
		own.write(3);
		own.make.make();
		ConsistencyProof proof = own.consistency.since(new CheckpointNumber(1)).orElseThrow();
		String other = "ab".repeat(32);

		String forged = proof.json().replace(proof.earlier().root().hex(), other);
		assertThat(script(file("seal.json", forged), other))
			.isEqualTo("1: Checkpoint 3 does not continue checkpoint 1");
		String ahead = proof.json().replace(proof.later().root().hex(), other);
		assertThat(script(file("seal.json", ahead))).isEqualTo("1: Checkpoint 3 does not continue checkpoint 1");
		assertThat(script(file("seal.json", proof.json()), other)).startsWith("1: ").contains("no checkpoint has");
		assertThat(script(file("seal.json", proof.json().replaceFirst("\"path\":\\[.*]", "\"path\":[]"))))
			.startsWith("1: Checkpoint 3 does not");
	}

	@Test
	void a_long_trail_is_verified_from_a_checkpoint_on() {
		Checkpoint first = own.checkpoints.covering(7).orElseThrow();
		assertThat(own.verifyingAtMost(8).verify()).isEqualTo(new Fits(newest(), 6));
		assertThat(own.verifyingAtMost(6).verify()).isEqualTo(new Fits(newest(), 6));
		assertThat(own.verifyingAtMost(13).verify()).isEqualTo(new Fits(newest(), 13));

		own.forge("update audit_node set hash = sha256('') where level = 2 and place = 0");

		assertThat(own.verifyingAtMost(8).verify()).isEqualTo(new CheckpointDiffers(first.number()));
	}

	private Checkpoint newest() {
		return own.checkpoints.newest().orElseThrow();
	}

	private Path exported() throws IOException {
		return file("trail.jsonl", own.exported());
	}

	private Path file(String name, String content) throws IOException {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	private Path file(String name, byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	/** How it ended, and what it said. */
	private static String script(Path file, String... roots) throws Exception {
		List<String> command = Stream
			.concat(Stream.of("python3", SCRIPT.toString(), file.toString()), Arrays.stream(roots))
			.toList();
		Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		return python.waitFor() + ": " + said;
	}

}
