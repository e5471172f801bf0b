package org.calltolocalaction.reviews;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentCorrected;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes beside each review what the worklist shows and searches of the pledge and its
 * government, so that a list of a hundred thousand is one indexed query.
 */
@Component
@Transactional
public class WorklistProjection {

	/** What the index of an order has room for. */
	private static final int ORDERED_BY = 120;

	/** Of what is answered, what a line is made of. */
	private static final List<PledgeQuestion> QUESTIONS = Stream
		.concat(Stream.of(PledgeQuestion.TITLE, PledgeQuestion.LANGUAGE, PledgeQuestion.SUMMARY),
				PledgeQuestion.OBJECTIVES.stream())
		.toList();

	private static final int AT_ONCE = 500;

	private final Reviews reviews;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	private final Vocabulary vocabulary;

	private final WorklistWords words;

	private final JdbcClient jdbc;

	WorklistProjection(Reviews reviews, Pledges pledges, Revisions revisions, Governments governments, PledgeForm form,
			Vocabulary vocabulary, WorklistWords words, JdbcClient jdbc) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
		this.vocabulary = vocabulary;
		this.words = words;
		this.jdbc = jdbc;
	}

	/** The line of a review whose row stands in the database already. */
	public void write(Review review) {
		Government government = governments.government(pledges.pledge(review.reference()).government());
		Answers answers = form.definition()
			.readable(revisions.revision(review.reference(), review.revision()).answers(), Reader.PARTNER);
		String title = form.title(review.reference(), answers, Reader.PARTNER);
		PledgeContent content = new PledgeContent(answers);
		jdbc.sql("""
				update review set government_id = ?, title = ?, title_order = ?, language = ?, government = ?,
				government_order = ?, country = ?, section = ?, objectives = string_to_array(?, ' '),
				shows = ?, search = to_tsvector('simple', %s) where id = ?""".formatted(SearchableText.PLAIN_IN_SQL))
			.params(government.id().value(), title, order(title), content.language(), government.name(),
					order(government.name()), government.country(), government.region(),
					String.join(" ", content.objectives()), shown(), searched(review, government, content), review.id())
			.update();
		words.learn(review.id());
	}

	/**
	 * Some lines of reviews that were opened before there were any, or that show what
	 * partners may not read any more, or not what they may read by now.
	 * @return whether there were any: then there may be more
	 */
	public boolean writeMissing() {
		return write(
				jdbc.sql("select id from review where search is null or shows <> ? limit ?").params(shown(), AT_ONCE));
	}

	private String shown() {
		return form.shown(QUESTIONS, Reader.PARTNER);
	}

	@EventListener
	void on(GovernmentCorrected corrected) {
		write(jdbc.sql("select id from review where government_id = ?").param(corrected.government().value()));
	}

	/** After the pledges, which are the other's by then. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void on(GovernmentMerged merged) {
		write(jdbc.sql("select id from review where government_id = any (?)")
			.param(new UUID[] { merged.fromId().value(), merged.intoId().value() }));
	}

	private boolean write(JdbcClient.StatementSpec found) {
		List<UUID> ids = found.query(UUID.class).list();
		ids.forEach(id -> write(reviews.findById(id).orElseThrow()));
		return !ids.isEmpty();
	}

	private String searched(Review review, Government government, PledgeContent content) {
		Stream<String> said = Stream.of(review.reference().value(), content.title(), government.name(),
				content.summary());
		Stream<String> country = Languages.ALL.stream()
			.map(language -> vocabulary.label(Vocabulary.COUNTRIES, government.country(), language));
		return SearchableText.of(Stream.concat(said, country).collect(Collectors.joining(" ")));
	}

	private static String order(String name) {
		String plain = SearchableText.of(name);
		return plain.substring(0, Math.min(plain.length(), ORDERED_BY));
	}

}
