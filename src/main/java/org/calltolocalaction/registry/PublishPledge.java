package org.calltolocalaction.registry;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.pledges.OutcomeTakenBack;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reports.PlacementGivenUp;
import org.calltolocalaction.reports.PledgeIncluded;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the public list in step with the reports: with consent a pledge is public from
 * its inclusion on.
 */
@Service
@Transactional
class PublishPledge {

	private static final int AT_ONCE = 200;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	private final WhatIsShown shown;

	private final Vocabulary vocabulary;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublishPledge(Pledges pledges, Revisions revisions, Governments governments, PledgeForm form, WhatIsShown shown,
			Vocabulary vocabulary, JdbcClient jdbc, Clock clock) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
		this.shown = shown;
		this.vocabulary = vocabulary;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(PledgeIncluded included) {
		remove(included.reference());
		PledgeContent content = revisions.revision(included.reference(), included.revision()).content();
		if (content.mayBePublished()) {
			publish(included, form.publicAnswers(content.answers()));
		}
	}

	@EventListener
	void on(PledgeWithdrawn withdrawn) {
		remove(withdrawn.reference());
	}

	@EventListener
	void on(PlacementGivenUp givenUp) {
		remove(givenUp.reference());
	}

	@EventListener
	void on(OutcomeTakenBack takenBack) {
		remove(takenBack.reference());
	}

	/**
	 * Makes some rows anew that were made of what may not be read by everybody any more,
	 * or not of what may be by now.
	 * @return whether there were any: then there may be more
	 */
	boolean showAnew() {
		List<Published> outdated = jdbc
			.sql("select reference, revision, government, country from published_pledge where shows <> ? limit ?")
			.params(shown.ofRows(), AT_ONCE)
			.query((row, number) -> new Published(new PledgeReference(row.getString("reference")),
					row.getInt("revision"), row.getString("government"), row.getString("country")))
			.list();
		outdated.forEach(
				row -> show(row, form.publicAnswers(revisions.revision(row.reference(), row.revision()).answers())));
		return !outdated.isEmpty();
	}

	/** Whose pledge it is, as it was called when its row was written. */
	private record Published(PledgeReference reference, int revision, String government, String country) {
	}

	private void publish(PledgeIncluded included, Answers answers) {
		Government government = governments.government(pledges.pledge(included.reference()).government());
		jdbc.sql("""
				insert into published_pledge (reference, edition_year, revision, title, summary, language, government,
				country, region, stage, published_at, search)
				values (?, ?, ?, '', '', '', ?, ?, ?, '', ?, '')""")
			.params(included.reference().value(), included.edition().value(), included.revision(), government.name(),
					government.country(), government.region(), clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		show(new Published(included.reference(), included.revision(), government.name(), government.country()),
				answers);
	}

	private void show(Published pledge, Answers answers) {
		PledgeContent content = new PledgeContent(answers);
		jdbc.sql("""
				update published_pledge set title = ?, summary = ?, language = ?, stage = ?,
				objectives = string_to_array(?, ' '), shows = ?, search = to_tsvector('simple', %s)
				where reference = ?""".formatted(SearchableText.PLAIN_IN_SQL))
			.params(content.title(), content.summary(), content.language(), content.stage(),
					String.join(" ", content.objectives()), shown.ofRows(),
					SearchableText.of(searched(pledge, content)), pledge.reference().value())
			.update();
	}

	private String searched(Published pledge, PledgeContent content) {
		return Stream
			.concat(Stream.of(pledge.reference().value(), pledge.government(), content.title(), content.summary(),
					content.expectedImpact(), content.partners(), content.jointWith()),
					Languages.ALL.stream()
						.map(language -> vocabulary.label(Vocabulary.COUNTRIES, pledge.country(), language)))
			.collect(Collectors.joining(" "));
	}

	private void remove(PledgeReference reference) {
		jdbc.sql("delete from published_pledge where reference = ?").param(reference.value()).update();
	}

}
