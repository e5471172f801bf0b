package org.calltolocalaction.reviews.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.worklist.ListReviews;
import org.calltolocalaction.reviews.worklist.WorklistRow;
import org.calltolocalaction.search.SearchQuery;
import org.springframework.stereotype.Service;

/** A reviewer takes open reviews along as a spreadsheet, and hands it in filled in. */
@Service
public class ReviewOffline {

	/** Pages of the worklist; said in the texts as the number of reviews. */
	private static final int MOST_PAGES = 4;

	/**
	 * Letters of all pledges together. It is far more than two hundred usual ones have,
	 * and leaves room for what is filled in: see {@link SheetBounds}.
	 */
	private static final long MOST_TEXT = 3_000_000;

	/** Of how many pledges the texts are read in one transaction. */
	private static final int AT_ONCE = 25;

	private final ListReviews list;

	private final Reviews reviews;

	private final WriteReviewSheet write;

	private final GatherPledgeTexts texts;

	private final ReadReviewSheet read;

	private final HandInRow handIn;

	private final ReviewForm form;

	private final DeskProperties desk;

	ReviewOffline(ListReviews list, Reviews reviews, WriteReviewSheet write, GatherPledgeTexts texts,
			ReadReviewSheet read, HandInRow handIn, ReviewForm form, DeskProperties desk) {
		this.list = list;
		this.reviews = reviews;
		this.write = write;
		this.texts = texts;
		this.read = read;
		this.handIn = handIn;
		this.form = form;
		this.desk = desk;
	}

	/**
	 * The open reviews that the tab and the search find, in the order of their due dates.
	 */
	public byte[] spreadsheet(WorklistTab tab, SearchQuery query, Person reviewer, Locale language) {
		int pages = Math.min(list.page(tab, query, WorklistOrder.DUE, 1, reviewer).pages(), MOST_PAGES);
		List<WorklistRow> lines = IntStream.rangeClosed(1, pages)
			.mapToObj(page -> list.page(tab, query, WorklistOrder.DUE, page, reviewer))
			.flatMap(page -> page.lines().stream())
			.toList();
		Map<PledgeReference, Review> open = open(lines, reviewer);
		List<SheetReview> rows = lines.stream()
			.flatMap(line -> Optional.ofNullable(open.get(line.reference()))
				.map(review -> new SheetReview(line.reference(), review.revision(), line.title(), line.government(),
						desk.addressOf("/reviews/" + line.reference())))
				.stream())
			.toList();
		return write.of(rows, form.criteriaOf(open.values()),
				pledges(rows.stream().map(row -> Objects.requireNonNull(open.get(row.reference()))).toList(), reviewer,
						language),
				language);
	}

	/** As many as there is room for; the others are read on their pages. */
	private List<SheetPledge> pledges(List<Review> reviews, Person reviewer, Locale language) {
		List<SheetPledge> pledges = new ArrayList<>();
		long length = 0;
		for (int from = 0; from < reviews.size(); from += AT_ONCE) {
			List<Review> some = reviews.subList(from, Math.min(from + AT_ONCE, reviews.size()));
			for (SheetPledge pledge : texts.of(some, reviewer, language)) {
				length += pledge.length();
				if (length > MOST_TEXT) {
					return pledges;
				}
				pledges.add(pledge);
			}
		}
		return pledges;
	}

	/**
	 * Completes the review of each row that was answered. Not one transaction: each row
	 * is its own, so that what is wrong with one keeps no other back.
	 * @throws org.calltolocalaction.kernel.Refused where the file as a whole cannot be
	 * taken; nothing was recorded then
	 */
	public UploadResult handIn(byte[] file, Person by, Locale language) {
		List<FilledRow> rows = read.rows(file, language);
		List<FilledRow> answered = rows.stream().filter(row -> !row.unanswered()).toList();
		Map<Optional<PledgeReference>, List<FilledRow>> about = answered.stream()
			.collect(Collectors.groupingBy(FilledRow::reference));
		List<UploadResult.Handled> handled = answered.stream()
			.map(row -> new UploadResult.Handled(row.number(), row.cell(SheetColumns.REFERENCE),
					handIn.reasonsAgainst(row, about.getOrDefault(row.reference(), List.of()), by, language)))
			.toList();
		return new UploadResult(handled, rows.size() - handled.size());
	}

	/** The newest reviews of the reviewer's partner, as far as they are open. */
	private Map<PledgeReference, Review> open(List<WorklistRow> lines, Person reviewer) {
		Map<PledgeReference, Review> newest = reviews
			.ofAll(lines.stream().map(line -> line.reference().value()).toList())
			.stream()
			.filter(review -> review.partner().equals(reviewer.requirePartner()))
			.collect(Collectors.toMap(Review::reference, Function.identity(),
					(one, other) -> one.revision() > other.revision() ? one : other));
		newest.values().removeIf(review -> !review.open());
		return newest;
	}

}
