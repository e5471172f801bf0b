package org.calltolocalaction.pledges.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.NotAttached;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the room for drafts and files of one government ends. */
@DeskTest
class RoomForPledgesTests {

	private static final int OF_A_PERSON = 20;

	private static final int OF_A_GOVERNMENT = 50;

	private static final long MEGABYTE = 1024 * 1024;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private DiscardDraft discard;

	@Autowired
	private BringBackDraft bringBack;

	@Autowired
	private AttachFile attach;

	@Autowired
	private Governments governments;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private RegisterGovernment register;

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Person member;

	@BeforeEach
	void aMember() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
	}

	@Test
	void a_person_begins_twenty_drafts_and_one_more_when_one_is_discarded_or_submitted() {
		PledgeReference complete = story.aDraftBy(member);
		List<PledgeReference> others = drafts(OF_A_PERSON - 1, member);
		assertTooManyOfPerson(member);

		discard.discard(others.get(0), member);
		begin.begin(member);
		assertTooManyOfPerson(member);

		story.submit(complete, member);
		begin.begin(member);
		assertTooManyOfPerson(member);
	}

	@Test
	void the_page_says_what_to_do_and_begins_nothing() {
		drafts(OF_A_PERSON, member);
		Visitor browser = visitors.signedIn(member);
		browser.opens("/my/pledges/new");

		Page page = browser.sends("/my/pledges", Map.of());

		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("You have begun 20 drafts that are still open, and this is the limit.",
				"Nothing was changed. Submit or discard one of your drafts first");
		assertThat(openDraftsOf(member)).isEqualTo(OF_A_PERSON);
	}

	@Test
	void leaving_and_registering_again_makes_no_new_room_until_a_month_later() {
		drafts(OF_A_PERSON, member);
		leave.leave(member);
		register.register(member,
				new GovernmentProfile("Another " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", ""));
		assertTooManyOfPerson(member);

		clock.advance(Duration.ofDays(30).plusSeconds(1));

		assertThat(begin.begin(member)).isNotNull();
	}

	@Test
	void a_government_has_fifty_drafts_and_what_was_discarded_comes_back_only_where_there_is_room() {
		Person ben = story.colleagueOf(member);
		Person eva = story.colleagueOf(member);
		drafts(OF_A_PERSON, member);
		PledgeReference bens = drafts(OF_A_PERSON, ben).get(0);
		discard.discard(bens, ben);
		drafts(OF_A_GOVERNMENT - 2 * OF_A_PERSON + 1, eva);

		assertThatThrownBy(() -> begin.begin(eva)).isInstanceOf(Refused.class)
			.hasMessage("pledges.refused.too-many-drafts [50]");
		assertThatThrownBy(() -> bringBack.bringBack(bens, ben)).isInstanceOf(Refused.class)
			.hasMessage("pledges.refused.too-many-drafts [50]");
		assertThat(story.pledge(bens).state()).isEqualTo(PledgeState.DISCARDED);
		assertThat(begin.begin(story.memberOf("Entebbe"))).as("another government has room of its own").isNotNull();
	}

	@Test
	void of_two_drafts_begun_at_once_one_gets_the_last_place() throws Exception {
		drafts(OF_A_PERSON - 1, member);

		AtOnce.atOnce(begun(member), begun(member));

		assertThat(openDraftsOf(member)).isEqualTo(OF_A_PERSON);
	}

	@Test
	void of_two_colleagues_who_begin_at_once_one_gets_the_governments_last_place() throws Exception {
		Person ben = story.colleagueOf(member);
		Person eva = story.colleagueOf(member);
		drafts(OF_A_PERSON, ben);
		drafts(OF_A_PERSON, eva);
		drafts(OF_A_GOVERNMENT - 2 * OF_A_PERSON - 1, member);

		AtOnce.atOnce(begun(member), begun(story.colleagueOf(member)));

		assertThat(jdbc.sql("select count(*) from pledge where government_id = ? and state = 'DRAFT'")
			.param(government().value())
			.query(Long.class)
			.single()).isEqualTo(OF_A_GOVERNMENT);
	}

	@Test
	void the_files_of_a_pledge_fill_a_hundred_megabytes_to_the_last_byte() {
		PledgeReference draft = story.aDraftBy(member);
		byte[] file = SampleFiles.pdf("Plan", 10_000);
		keeps(draft, 100 * MEGABYTE - SampleFiles.asKept(file).length + 1);
		assertThat(attach(draft, file)).isEqualTo(new NotAttached(Reason.PLEDGE_FULL));
		assertThat(filesOf(draft)).isZero();

		jdbc.sql("update attachment set size = size - 1 where reference = ?").param(draft.value()).update();

		assertThat(attach(draft, file)).isInstanceOf(Attached.class);
	}

	@Test
	void the_files_of_a_government_fill_five_hundred_megabytes_to_the_last_byte() {
		byte[] file = SampleFiles.pdf("Plan", 10_000);
		List<PledgeReference> drafts = drafts(6, member);
		drafts.subList(0, 5).forEach(draft -> keeps(draft, 100 * MEGABYTE));
		PledgeReference last = drafts.get(5);
		jdbc.sql("update attachment set size = size - ? where reference = ?")
			.params(SampleFiles.asKept(file).length - 1, drafts.get(0).value())
			.update();

		assertThat(attach(last, file)).isEqualTo(new NotAttached(Reason.GOVERNMENT_FULL));
		Person other = story.memberOf("Entebbe");
		assertThat(attach(story.aDraftBy(other), file, other)).isInstanceOf(Attached.class);
		jdbc.sql("update attachment set size = size - 1 where reference = ?").param(drafts.get(0).value()).update();
		assertThat(attach(last, file)).isInstanceOf(Attached.class);
	}

	@Test
	void of_two_files_for_two_pledges_at_once_one_gets_the_last_room() throws Exception {
		byte[] file = SampleFiles.pdf("Plan", 10_000);
		List<PledgeReference> drafts = drafts(7, member);
		drafts.subList(0, 5).forEach(draft -> keeps(draft, 100 * MEGABYTE));
		jdbc.sql("update attachment set size = size - ? where reference = ?")
			.params(SampleFiles.asKept(file).length, drafts.get(0).value())
			.update();

		assertThat(AtOnce.<Object>atOnce(() -> attach(drafts.get(5), file), () -> attach(drafts.get(6), file)))
			.containsOnlyOnce(new NotAttached(Reason.GOVERNMENT_FULL));
	}

	@Test
	void the_page_says_beside_the_field_that_there_is_no_room() {
		PledgeReference draft = story.aDraftBy(member);
		keeps(draft, 100 * MEGABYTE);
		Visitor browser = visitors.signedIn(member);
		browser.opens("/my/pledges/" + draft + "/sections/means");

		Page page = browser.uploads(
				"/my/pledges/" + draft + "/sections/means", Map.of("_upload", "attachments", "version",
						String.valueOf(story.pledge(draft).draftVersion()), "page", UUID.randomUUID().toString()),
				"attachments", Map.of("plan.pdf", SampleFiles.pdf("Plan")));

		assertThat(page.text()).contains("plan.pdf was not uploaded, because the files of this pledge",
				"remove a file first, or select a smaller file");
	}

	private List<PledgeReference> drafts(int number, Person by) {
		return IntStream.range(0, number).mapToObj(draft -> begin.begin(by)).toList();
	}

	private Callable<Boolean> begun(Person by) {
		return () -> {
			try {
				begin.begin(by);
				return true;
			}
			catch (Refused full) {
				return false;
			}
		};
	}

	private void assertTooManyOfPerson(Person person) {
		assertThatThrownBy(() -> begin.begin(person)).isInstanceOf(Refused.class)
			.hasMessage("pledges.refused.too-many-drafts-of-person [20]");
	}

	private long openDraftsOf(Person person) {
		return jdbc.sql("select count(*) from pledge where created_by = ? and state = 'DRAFT'")
			.param(person.id().value())
			.query(Long.class)
			.single();
	}

	private GovernmentId government() {
		return governments.actedForBy(member.id()).orElseThrow().id();
	}

	/** As if a file of that size had been attached; nobody reads it here. */
	private void keeps(PledgeReference draft, long size) {
		jdbc.sql("""
				insert into attachment (id, reference, name, type, size, sha256, kept, attached_at, attached_by)
				values (?, ?, 'large.pdf', 'application/pdf', ?, repeat('0', 64), 'CLEANED', now(), ?)""")
			.params(UUID.randomUUID(), draft.value(), size, member.id().value())
			.update();
	}

	private AttachFile.Result attach(PledgeReference draft, byte[] content) {
		return attach(draft, content, member);
	}

	private AttachFile.Result attach(PledgeReference draft, byte[] content, Person by) {
		return attach.attach(draft, "attachments",
				new Upload("plan.pdf", content.length, new ByteArrayResource(content)), UUID.randomUUID(), by);
	}

	private int filesOf(PledgeReference draft) {
		return story.pledge(draft).answers().files("attachments").size();
	}

}
