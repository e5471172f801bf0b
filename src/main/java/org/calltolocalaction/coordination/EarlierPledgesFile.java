package org.calltolocalaction.coordination;

import java.util.List;
import java.util.stream.StreamSupport;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of earlier pledges: a JSON object whose member {@code pledges} is the
 * list, as in {@code examples/pledges.json}. Members that it does not know are passed
 * over.
 */
@Component
class EarlierPledgesFile {

	/** Some thousand pledges; a larger file is a mistake. */
	static final int LARGEST = 4 * 1024 * 1024;

	private static final List<String> STAGES = List.of("PLANNING", "IN_PROGRESS", "FULFILLED");

	private static final int LONGEST_TITLE = 200;

	private static final int LONGEST_DESCRIPTION = 3000;

	private static final int LONGEST_IMPACT = 2000;

	private static final int LONGEST_LIST = 4000;

	/** Each is imported by itself; more takes longer than a browser waits. */
	private static final int MOST_ROWS = 5_000;

	/**
	 * What the file as a whole may cost to read; what is wrong with a row is told with
	 * the row.
	 */
	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxDocumentLength(LARGEST)
				.maxNestingDepth(16)
				.maxTokenCount(500_000)
				.maxStringLength(100_000)
				.maxNameLength(1_000)
				.maxNumberLength(100)
				.build())
			.build())
		.build();

	private final Vocabulary vocabulary;

	EarlierPledgesFile(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/**
	 * The rows, unread; {@link Refused} where the file as a whole cannot be understood.
	 */
	List<JsonNode> rows(byte[] file) {
		if (file.length > LARGEST) {
			throw new Refused("coordination.refused.import.too-large", LARGEST / 1024 / 1024);
		}
		JsonNode pledges = tree(file).path("pledges");
		if (!pledges.isArray()) {
			throw new Refused("coordination.refused.import.shape");
		}
		if (pledges.size() > MOST_ROWS) {
			throw new Refused("coordination.refused.import.too-many", MOST_ROWS);
		}
		return StreamSupport.stream(pledges.spliterator(), false).toList();
	}

	/** One row, or {@link Refused} with the first thing that is wrong in it. */
	EarlierPledge read(JsonNode row) {
		if (!row.isObject()) {
			throw new Refused("coordination.import.row.not-an-object");
		}
		RowReader in = new RowReader(row, vocabulary);
		EarlierPledge pledge = new EarlierPledge(government(in), edition(in), in.code("language", Vocabulary.LANGUAGES),
				in.line("title", LONGEST_TITLE), in.text("description", LONGEST_DESCRIPTION),
				in.optionalText("expectedImpact", LONGEST_IMPACT), in.oneOf("stage", STAGES), in.date("start"),
				in.date("end"), in.codes("gcmObjectives", Vocabulary.GCM_OBJECTIVES),
				in.codes("gcrObjectives", Vocabulary.GCR_OBJECTIVES),
				in.codes("priorityObjectives", Vocabulary.PRIORITY_OBJECTIVES), in.codes("sdgs", Vocabulary.SDGS),
				in.lines("partners", LONGEST_LIST), in.lines("jointWith", LONGEST_LIST));
		if (pledge.start() != null && pledge.end() != null && pledge.end().isBefore(pledge.start())) {
			throw new Refused("coordination.import.row.dates-order", pledge.start().toString(),
					pledge.end().toString());
		}
		return pledge;
	}

	private static GovernmentProfile government(RowReader in) {
		String name = in.line("government", GovernmentProfile.LONGEST_NAME);
		if (!GovernmentProfile.plausibleName(name)) {
			throw new Refused("coordination.import.row.missing", "government");
		}
		return new GovernmentProfile(name, in.code("governmentType", Vocabulary.GOVERNMENT_TYPES),
				in.code("country", Vocabulary.COUNTRIES), in.code("region", Vocabulary.REGIONS), "");
	}

	private static EditionYear edition(RowReader in) {
		return EditionYear.parse(in.number("edition"))
			.orElseThrow(() -> new Refused("coordination.import.row.not-a-year", "edition"));
	}

	private JsonNode tree(byte[] file) {
		try {
			return JSON.readTree(file);
		}
		catch (StreamConstraintsException tooMuch) {
			throw new Refused("coordination.refused.import.excessive");
		}
		catch (JacksonException unreadable) {
			throw new Refused("coordination.refused.import.not-json");
		}
	}

}
