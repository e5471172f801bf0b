package org.calltolocalaction.pledges.receipts;

import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A government has submitted a pledge and downloads its receipt. */
@DeskTest
abstract class ReceiptTest {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	Revisions revisions;

	@Autowired
	PublishedKeys keys;

	@Autowired
	SigningKey own;

	@Autowired
	SubmissionsOnTrail trail;

	@Autowired
	DeskProperties properties;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	private WebApplicationContext desk;

	MockMvc mvc;

	Person member;

	PledgeReference pledge;

	@BeforeEach
	void a_submitted_pledge() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("São Paulo");
		pledge = story.aSubmittedPledgeBy(member);
	}

	@AfterEach
	void the_desk_signs_by_its_own_key_again() {
		keys.publish(own.published());
	}

	/** As its government downloads it. */
	String receipt() throws Exception {
		return downloaded(1, member).getContentAsString(StandardCharsets.UTF_8);
	}

	MockHttpServletResponse downloaded(int version, Person person) throws Exception {
		return mvc.perform(get("/my/pledges/%s/revisions/%d/receipt.json".formatted(pledge, version)).with(by(person)))
			.andReturn()
			.getResponse();
	}

	/** As it was signed by another key, before this desk had its own. */
	String receiptSignedBy(SigningKey another) {
		keys.publish(another.published());
		forgetSignature();
		return ReceiptFile.of(signing(another).of(revision()).orElseThrow()).json();
	}

	/** As if it had been submitted before there were signatures. */
	void forgetSignature() {
		jdbc.sql("delete from signed_receipt where reference = ?").param(pledge.value()).update();
	}

	SignReceipt signing(SigningKey key) {
		return new SignReceipt(key, trail, properties, jdbc, clock);
	}

	Revision revision() {
		return revisions.revision(pledge, 1);
	}

	void isSubmittedAgain() {
		jobs.run(pledge);
		story.allJudge(pledge, "REQUEST_CHANGES");
		story.submit(pledge, member);
	}

}
