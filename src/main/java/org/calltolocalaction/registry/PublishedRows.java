package org.calltolocalaction.registry;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.registry.PledgeWords.Pledging;
import org.calltolocalaction.registry.PledgeWords.Words;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rows of the public list, and makes them anew. */
@Component
@Transactional
class PublishedRows {

	private static final int AT_ONCE = 200;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	private final WhatIsShown shown;

	private final PledgeWords words;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublishedRows(Pledges pledges, Revisions revisions, Governments governments, PledgeForm form, WhatIsShown shown,
			PledgeWords words, JdbcClient jdbc, Clock clock) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
		this.shown = shown;
		this.words = words;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes some rows anew that were made of what may not be read by everybody any more,
	 * or not of what may be by now, or of other words than the vocabulary has now.
	 * @return whether there were any: then there may be more
	 */
	boolean showAnew() {
		List<Published> outdated = jdbc
			.sql("select * from published_pledge where shows <> ? or words <> ? order by reference limit ?")
			.params(shown.ofRows(), words.made(), AT_ONCE)
			.query((row, number) -> new Published(new PledgeReference(row.getString("reference")),
					row.getInt("revision"),
					new Pledging(row.getString("government"), row.getString("government_type"),
							row.getString("country"), row.getString("region"))))
			.list();
		outdated.forEach(row -> show(typed(row),
				form.publicAnswers(revisions.revision(row.reference(), row.revision()).answers())));
		return !outdated.isEmpty();
	}

	/** Whose pledge it is, as it was called when its row was written. */
	private record Published(PledgeReference reference, int revision, Pledging government) {
	}

	/** Rows of the first release do not say of what type the government is. */
	private Published typed(Published row) {
		Pledging known = row.government();
		return known.type().isEmpty() ? new Published(row.reference(), row.revision(),
				new Pledging(known.name(), governments.government(pledges.pledge(row.reference()).government()).type(),
						known.country(), known.region()))
				: row;
	}

	/** Everybody may read this revision from now on, as far as the form says. */
	void publish(PledgeReference reference, EditionYear edition, int revision) {
		Government government = governments.government(pledges.pledge(reference).government());
		jdbc.sql("""
				insert into published_pledge (reference, edition_year, revision, title, summary, language, government,
				country, region, stage, published_at, search)
				values (?, ?, ?, '', '', '', ?, ?, ?, '', ?, '')""")
			.params(reference.value(), edition.value(), revision, government.name(), government.country(),
					government.region(), clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		show(new Published(reference, revision,
				new Pledging(government.name(), government.type(), government.country(), government.region())),
				form.publicAnswers(revisions.revision(reference, revision).answers()));
	}

	/** What was published of the one stands under the name of the other from now on. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void on(GovernmentMerged merged) {
		Government into = governments.government(merged.intoId());
		Pledging pledging = new Pledging(into.name(), into.type(), into.country(), into.region());
		List<Published> rows = jdbc.sql("select reference, revision from published_pledge where reference = any (?)")
			.param(pledges.referencesOf(into.id().value(), Set.of(PledgeState.INCLUDED))
				.stream()
				.map(PledgeReference::value)
				.toArray(String[]::new))
			.query((row, number) -> new Published(new PledgeReference(row.getString("reference")),
					row.getInt("revision"), pledging))
			.list();
		rows.forEach(row -> {
			jdbc.sql("update published_pledge set government = ?, country = ?, region = ? where reference = ?")
				.params(pledging.name(), pledging.country(), pledging.region(), row.reference().value())
				.update();
			show(row, form.publicAnswers(revisions.revision(row.reference(), row.revision()).answers()));
		});
	}

	private void show(Published pledge, Answers answers) {
		PledgeContent content = new PledgeContent(answers);
		Words found = words.of(pledge.reference().value(), pledge.government(), content);
		jdbc.sql("""
				update published_pledge set title = ?, summary = ?, language = ?, stage = ?, government_type = ?,
				objectives = ?, sdgs = ?, beneficiaries = ?, shows = ?, words = ?, search = %s
				where reference = ?""".formatted(WordIndex.IN_SQL))
			.params(content.title(), content.summary(), content.language(), content.stage(), pledge.government().type(),
					content.objectives().toArray(String[]::new), codes(content, PledgeQuestion.SDGS),
					codes(content, PledgeQuestion.BENEFICIARIES), shown.ofRows(), words.made())
			.params(WordIndex.parameters(found))
			.param(pledge.reference().value())
			.update();
	}

	private static String[] codes(PledgeContent content, PledgeQuestion question) {
		return content.answers().list(question.key()).toArray(String[]::new);
	}

	/** Nobody finds it any more. */
	void remove(PledgeReference reference) {
		jdbc.sql("delete from published_pledge where reference = ?").param(reference.value()).update();
	}

}
