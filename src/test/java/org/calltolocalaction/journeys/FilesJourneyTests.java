package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;

/** A city adds documents to its pledge, and takes one away. */
class FilesJourneyTests extends Journey {

	private static final FilePayload PLAN = new FilePayload("Plan of action.pdf", "application/pdf",
			SampleFiles.pdf("Plan"));

	private static final FilePayload PICTURE = new FilePayload("desk.jpeg", "image/jpeg", SampleFiles.picture("jpg"));

	private static final FilePayload PAGE = new FilePayload("evil.pdf", "application/pdf", "<html>".getBytes());

	@Test
	void on_a_phone_without_scripts_files_are_uploaded_refused_downloaded_and_taken_away() {
		story.anOpenEdition();
		Person member = story.memberOf("Quito");
		PledgeReference draft = story.aDraftBy(member);
		PersonAtBrowser city = signedIn(member, PageChecks.SMALL, false);
		city.opens("/my/pledges/" + draft + "/sections/means").fills(Map.of("budget", "A million"));

		chooses(city, PLAN, PICTURE, PAGE);
		city.presses("Upload files").seesErrorsThatLeadToTheirFields();
		city.sees("evil.pdf must be a PDF, DOCX, ODT, PNG or JPEG file", "Plan of action.pdf", "desk.jpeg");
		assertThat(city.control("budget")).hasValue("A million");
		Assertions.assertThat(city.downloads("Plan of action.pdf")).isEqualTo(SampleFiles.asKept(PLAN.buffer));
		city.presses("Remove the file desk.jpeg").doesNotSee("desk.jpeg");
		assertThat(city.control("budget")).hasValue("A million");
		city.presses("Save and continue")
			.opens("/my/pledges/" + draft + "/check")
			.sees("Plan of action.pdf", "(PDF, 1 KB)");
	}

	@Test
	void a_file_that_was_chosen_outlives_the_questions_that_are_asked_anew_around_it() {
		story.anOpenEdition();
		Person member = story.memberOf("Quito");
		PersonAtBrowser city = signedIn(member);
		city.opens("/my/pledges/" + story.aDraftBy(member) + "/sections/means");

		chooses(city, PLAN);
		city.control("joint").check();
		assertThat(city.control("jointWith")).isVisible();
		assertThat(city.page().locator("[data-desk-saved]")).containsText("Saved");
		city.presses("Upload files").sees("Plan of action.pdf");
		assertThat(city.control("joint")).isChecked();
	}

	private static void chooses(PersonAtBrowser city, FilePayload... files) {
		city.control("attachments").setInputFiles(files);
	}

}
