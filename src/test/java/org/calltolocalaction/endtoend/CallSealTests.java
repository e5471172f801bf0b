package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.edition.ClosingMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reports.ReportPortion;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * When a call closes, what was submitted to it is sealed: published, sent to everybody
 * with a pledge in it, and enough to prove a receipt by, without the desk's own code.
 */
class CallSealTests extends LawTest {

	private static final Path SCRIPT = Path.of("docs/verify-trail.py").toAbsolutePath();

	@Autowired
	CallSeals seals;

	@Autowired
	MakeCheckpoint make;

	@Autowired
	ClosingMails closingMails;

	@Autowired
	Revisions revisions;

	@Autowired
	Visitors visitors;

	@TempDir
	Path folder;

	@Test
	void the_seal_is_published_and_sent_to_everybody_with_a_pledge_in_the_call() {
		EditionYear year = story.anOpenEdition();
		Person member = story.memberOf("Godoy Cruz");
		Person colleague = story.colleagueOf(member);
		Person drafting = story.memberOf("Quilmes");
		story.aSubmittedPledgeBy(member);
		story.aDraftBy(drafting);
		assertThat(visitors.anybody().opens("/editions/" + year).text()).contains("The call has not closed yet");

		story.callCloses(year);

		String root = seal(year).root();
		assertThat(visitors.anybody().opens("/editions/" + year).text()).contains(root);
		assertThat(closing(year)).extracting(LoggedMail::recipient)
			.containsExactlyInAnyOrder(member.email(), colleague.email());
		assertThat(closing(year)).allSatisfy(mail -> assertThat(mail.body()).contains(root,
				"Pledges of your government in this call: 1", "You do not need to do anything"));
	}

	@Test
	void what_is_written_again_after_a_crash_is_written_once_and_not_to_who_came_after_the_closing() {
		EditionYear year = story.anOpenEdition();
		Person member = story.memberOf("Godoy Cruz");
		story.aSubmittedPledgeBy(member);
		story.callCloses(year);
		story.aSubmittedPledgeBy(story.memberOf("Quilmes"));

		closingMails.callClosed(year, ReportPortion.WHOLE);

		assertThat(closing(year)).extracting(LoggedMail::recipient).containsExactly(member.email());
	}

	@Test
	void a_receipt_is_proved_against_the_published_seal_by_a_script_of_the_docs() throws Exception {
		EditionYear year = story.anOpenEdition();
		PledgeReference reference = story.aSubmittedPledgeBy(story.memberOf("Godoy Cruz"));
		story.callCloses(year);
		story.aSubmittedPledgeBy(story.memberOf("Quilmes"));
		make.make();

		Visitor.Page proof = visitors.anybody().opens(proofOf(reference));

		assertThat(proof.status()).isEqualTo(200);
		assertThat(verified(proof.text(), seal(year).root())).startsWith("Entry ");
		assertThat(verified(proof.text().replace("IN_TIME", "LATE"), seal(year).root()))
			.contains("is not in checkpoint");
	}

	@Test
	void what_comes_after_the_closing_is_not_in_the_seal_and_is_proved_by_the_next_checkpoint() throws Exception {
		EditionYear year = story.anOpenEdition();
		story.callCloses(year);
		PledgeReference late = story.aSubmittedPledgeBy(story.memberOf("Godoy Cruz"));
		assertThat(visitors.anybody().opens(proofOf(late)).status()).isEqualTo(404);

		make.make();

		String proof = visitors.anybody().opens(proofOf(late)).text();
		assertThat(verified(proof, seal(year).root())).contains("no checkpoint has the root");
		assertThat(verified(proof)).startsWith("Entry ");
	}

	@Test
	void who_kept_the_root_of_a_seal_is_shown_that_the_record_of_today_continues_it() throws Exception {
		EditionYear year = story.anOpenEdition();
		story.callCloses(year);
		String address = "/editions/" + year + "/seals/" + seal(year).checkpoint() + ".json";
		assertThat(visitors.anybody().opens("/editions/" + year).text()).contains("href=\"" + address + "\"");
		story.aSubmittedPledgeBy(story.memberOf("Quilmes"));
		make.make();

		Visitor.Page proof = visitors.anybody().opens(address);

		assertThat(proof.status()).isEqualTo(200);
		assertThat(verified(proof.text(), seal(year).root()))
			.contains("continues checkpoint " + seal(year).checkpoint());
		assertThat(verified(proof.text(), "ab".repeat(32))).contains("no checkpoint has the root");
		String noSeal = address.replace(seal(year).checkpoint() + ".json", seal(year).checkpoint() + 1 + ".json");
		assertThat(visitors.anybody().opens(noSeal).status()).isEqualTo(404);
		assertThat(visitors.anybody().opens("/editions/" + year + "/seals/x.json").status()).isEqualTo(404);
	}

	@Test
	void a_call_that_is_opened_again_closes_with_another_seal() {
		EditionYear year = story.anOpenEdition();
		story.callCloses(year);
		story.moveDeadline(year, clock.instant().plus(Duration.ofDays(3)));
		jobs.run(year);
		story.callCloses(year);

		assertThat(seals.of(year)).hasSize(2).extracting(CallSeal::root).doesNotHaveDuplicates();
	}

	@Test
	void who_does_not_have_the_receipt_learns_nothing() {
		PledgeReference reference = story.aSubmittedPledgeBy(story.memberOf("Godoy Cruz"));
		make.make();

		assertThat(visitors.anybody().opens("/receipts/proofs/" + reference + "/" + "0".repeat(64) + ".json").status())
			.isEqualTo(404);
		assertThat(visitors.anybody().opens("/receipts/proofs/" + reference + "/x.json").status()).isEqualTo(404);
	}

	private CallSeal seal(EditionYear year) {
		return seals.of(year).get(0);
	}

	private List<LoggedMail> closing(EditionYear year) {
		return mails.recent(1)
			.mails()
			.stream()
			.filter(mail -> mail.kind() == MailKind.CALL_CLOSED && mail.about().equals(year.businessKey()))
			.toList();
	}

	private String proofOf(PledgeReference reference) {
		return "/receipts/proofs/" + reference + "/" + revisions.revision(reference, 1).receipt().sha256() + ".json";
	}

	private String verified(String proof, String... root) throws Exception {
		Path file = Files.writeString(folder.resolve("proof.json"), proof);
		List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString(), file.toString()));
		command.addAll(List.of(root));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return said;
	}

}
