package org.calltolocalaction.pledges.signoff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.signoff.GiveSignOff.Said;
import org.calltolocalaction.pledges.signoff.RecordLetter.SignedLetter;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member has a complete draft that the head of their government is to read. */
@DeskTest
abstract class SignOffTest {

	@Autowired
	Story story;

	@Autowired
	MakeReadingLink makeReadingLink;

	@Autowired
	RevokeReadingLink revokeReadingLink;

	@Autowired
	ReadDraft readDraft;

	@Autowired
	GiveSignOff giveSignOff;

	@Autowired
	RecordLetter recordLetter;

	@Autowired
	DraftSignOffs signOffs;

	@Autowired
	DraftReading reading;

	@Autowired
	SubmittedSignOffs submitted;

	@Autowired
	SaveDraft save;

	@Autowired
	SubmitPledge submit;

	@Autowired
	JdbcClient jdbc;

	EditionYear year;

	Person member;

	PledgeReference draft;

	@BeforeEach
	void aDraft() {
		year = story.anOpenEdition();
		member = story.memberOf("Kampala");
		draft = story.aDraftBy(member);
	}

	void ruleIs(SignOffRule rule) {
		jdbc.sql("update edition set sign_off_rule = ? where year = ?").params(rule.name(), year.value()).update();
	}

	ReadingToken link() {
		return makeReadingLink.make(draft, member);
	}

	/** What stands on the page of whoever reads the draft now. */
	String textNow() {
		return reading.of(story.pledge(draft)).read();
	}

	GiveSignOff.Result approve(ReadingToken token) {
		return say(token, SignOffKind.APPROVED, "", textNow());
	}

	GiveSignOff.Result say(ReadingToken token, SignOffKind kind, String comment, String read) {
		return giveSignOff.give(token, new Said(kind, "Ana Pérez", "Mayor", comment, read));
	}

	void change(String question, String answer) {
		save.save(draft, new SaveDraft.Change(story.pledge(draft).draftVersion(), UUID.randomUUID(),
				story.pledge(draft).answers().with(question, answer), List.of(question)), member);
	}

	RecordLetter.Result letter(String name, byte[] content) {
		return recordLetter.record(draft, new SignedLetter("Ana Pérez", "Mayor", LocalDate.of(2026, 1, 15), textNow(),
				new Upload(name, content.length, new ByteArrayResource(content))), member);
	}

	DraftSignOff standing() {
		return signOffs.of(story.pledge(draft), member.language());
	}

	SubmitPledge.Result submit() {
		return submit.submit(draft, story.pledge(draft).draftVersion(), member);
	}

}
