package org.calltolocalaction.pledges.similarity;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the last submission of each pledge in a shape in which ten thousand are compared
 * at once: as far as reviewers may read it, because it is proposed to them.
 */
@Component
public class SimilarityIndex {

	private static final List<PledgeQuestion> QUESTIONS = List.of(PledgeQuestion.TITLE, PledgeQuestion.SUMMARY);

	private static final int AT_ONCE = 500;

	private final PledgeForm form;

	private final Revisions revisions;

	private final Pledges pledges;

	private final JdbcClient jdbc;

	SimilarityIndex(PledgeForm form, Revisions revisions, Pledges pledges, JdbcClient jdbc) {
		this.form = form;
		this.revisions = revisions;
		this.pledges = pledges;
		this.jdbc = jdbc;
	}

	/** Of a pledge whose row stands in the database already. */
	public void keep(Pledge pledge, Answers submitted) {
		PledgeContent readable = new PledgeContent(form.definition().readable(submitted, Reader.PARTNER));
		jdbc.sql("""
				insert into submitted_words (reference, government_id, title, plain_title, words, shows)
				values (?, ?, ?, ?, to_tsvector('simple', ?), ?)
				on conflict (reference) do update set title = excluded.title, plain_title = excluded.plain_title,
				words = excluded.words, shows = excluded.shows""")
			.params(pledge.reference().value(), pledge.government().value(),
					form.title(pledge.reference(), submitted, Reader.PARTNER), plain(readable.title()),
					plain(readable.title() + " " + readable.summary()), shown())
			.update();
	}

	/**
	 * Some that were kept when reviewers might read more of them, or less.
	 * @return whether there were any: then there may be more
	 */
	@Transactional
	boolean keepAnew() {
		List<String> outdated = jdbc.sql("select reference from submitted_words where shows <> ? limit ?")
			.params(shown(), AT_ONCE)
			.query(String.class)
			.list();
		outdated.stream()
			.map(PledgeReference::new)
			.map(pledges::pledge)
			.forEach(pledge -> keep(pledge, revisions.latestOf(pledge).answers()));
		return !outdated.isEmpty();
	}

	private String shown() {
		return form.shown(QUESTIONS, Reader.PARTNER);
	}

	private static String plain(String text) {
		return SearchableText.of(text);
	}

}
