package org.calltolocalaction.kernel.lock;

/**
 * What transactions wait for each other about. All of it stands here, because the
 * database knows a lock by a number alone: two purposes must not share one by accident.
 * The numbers stay as they are, because two versions of the desk may run beside each
 * other.
 *
 * <p>
 * A transaction that takes several takes them in the order in which they stand here, and
 * those of one space in an order of their own, the same for all. Rows come after the
 * locks of their kind, except where it says otherwise.
 */
public enum LockSpace {

	/** Taking earlier pledges over: the import as a whole. */
	IMPORT_OF_EARLIER_PLEDGES(2, "import of earlier pledges"),

	/**
	 * Merging governments; before the pledges of both, the order of the editions and the
	 * governments themselves.
	 */
	MERGING_GOVERNMENTS(1, "merging governments"),

	/** Acts of coordinators on many pledges, each of which looks first, and then acts. */
	ACTS_ON_MANY_PLEDGES(1, "acts on many pledges"),

	/**
	 * The order of the editions: shared by whoever places a pledge, after the pledge's
	 * row; alone for whoever opens an edition, takes an opening back or moves a deadline.
	 */
	ORDER_OF_EDITIONS(3, "the order of the editions"),

	/** Making the edition of a year. */
	EDITION(6, "edition "),

	/** Who can review, and what they are called. */
	PARTNERS(9, "partners"),

	/** Opening the account of an e-mail address. */
	ACCOUNT_OF_ADDRESS(0, ""),

	/** Sending sign-in links for a client; before those to an address. */
	SIGN_IN_LINKS_FOR_CLIENT(1, "sign-in client "),

	/** Sending sign-in links to an e-mail address. */
	SIGN_IN_LINKS_TO_ADDRESS(1, "sign-in address "),

	/**
	 * What governments have one of: the government of a person, then the government of a
	 * country and name, or the invitations of a government. Identifiers and country codes
	 * are told from each other by their shape.
	 */
	GOVERNMENT(1, ""),

	/** Counting invitations that a client sends; before those of a person. */
	INVITATIONS_FROM_CLIENT(1, "invitations from "),

	/** Counting invitations that a person sends; before those to an address. */
	INVITATIONS_BY_PERSON(1, "invitations by "),

	/** Counting invitations to an e-mail address. */
	INVITATIONS_TO_ADDRESS(1, "invitations to "),

	/** Counting drafts that a person began; before those of a government. */
	DRAFTS_BY_PERSON(1, "drafts by "),

	/** Counting drafts of a government. */
	DRAFTS_OF_GOVERNMENT(1, "drafts of "),

	/** Measuring files of a government. */
	FILES_OF_GOVERNMENT(1, "files of "),

	/** The absences of a reviewer. */
	ABSENCES_OF_REVIEWER(5, ""),

	/** Erasing personal values: what there is to erase. */
	ERASING(1, "erasing personal values"),

	/**
	 * Making a checkpoint of the trail; before the mails that tell of it. Nobody who
	 * holds a later one asks for it.
	 */
	CHECKPOINTS(8, "checkpoints of the trail"),

	/**
	 * Mails that wait for a reader; after all others, because whatever is done may write
	 * one.
	 */
	MAILS_FOR_READER(2, ""),

	/**
	 * What coordinators list of a pledge; last of all that is done, because it is written
	 * when all else is.
	 */
	LINE_OF_PLEDGE(7, "");

	private final long seed;

	private final String prefix;

	LockSpace(long seed, String prefix) {
		this.seed = seed;
		this.prefix = prefix;
	}

	long seed() {
		return seed;
	}

	/** What is hashed with the seed into the number that the database knows. */
	String key(Object about) {
		return prefix + about;
	}

}
