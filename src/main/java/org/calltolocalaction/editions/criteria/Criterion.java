package org.calltolocalaction.editions.criteria;

/**
 * A quality by which a pledge can be judged; the form on which it is asked explains it.
 */
public enum Criterion {

	ELIGIBLE("eligible"), OBJECTIVE("objective"), CONCRETE("concrete"), MEASURABLE("measurable"),
	TIME_BOUND("timeBound"), RESOURCED("resourced"), RIGHTS_BASED("rightsBased"), GENDER_RESPONSIVE("genderResponsive"),
	CHILD_SENSITIVE("childSensitive"), DEVELOPED_WITH("developedWith"), NO_PERSONAL_DATA("noPersonalData"),
	NO_DUPLICATE("noDuplicate");

	private final String key;

	Criterion(String key) {
		this.key = key;
	}

	/** The key of its question on the form. */
	public String key() {
		return key;
	}

	/** The key of the comment on it. */
	public String commentKey() {
		return key + "Comment";
	}

}
