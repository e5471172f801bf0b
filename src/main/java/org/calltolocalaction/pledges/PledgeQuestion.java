package org.calltolocalaction.pledges;

import java.util.List;

/**
 * The questions of the pledge's form that rules, lists and mails ask for by name. The
 * form may ask whatever else it likes, but these: {@link PledgeForm} does not start
 * without them.
 */
public enum PledgeQuestion {

	HEAD_OF_GOVERNMENT("headOfGovernment"),

	TITLE("title"),

	LANGUAGE("language"),

	SUMMARY("summary"),

	EXPECTED_IMPACT("expectedImpact"),

	STAGE("stage"),

	START("start"),

	OPEN_ENDED("openEnded"),

	END("end"),

	BENEFICIARIES("beneficiaries"),

	CONTRIBUTIONS("contributions"),

	MAIN_GCM_OBJECTIVES("mainGcmObjectives"),

	FURTHER_GCM_OBJECTIVES("furtherGcmObjectives"),

	GCR_OBJECTIVES("gcrObjectives"),

	PRIORITY_OBJECTIVES("priorityObjectives"),

	SDGS("sdgs"),

	PARTNERS("partners"),

	JOINT("joint"),

	JOINT_WITH("jointWith"),

	BUDGET("budget"),

	SUPPORT_SOUGHT("supportSought"),

	EVIDENCE("evidence"),

	CONTACT_NAME("contactName"),

	CONTACT_EMAIL("contactEmail"),

	CONTACT_PHONE("contactPhone"),

	SECOND_CONTACT_NAME("secondContactName"),

	SECOND_CONTACT_EMAIL("secondContactEmail"),

	CONSENT("consent");

	/** Where the objectives of both Compacts stand, the main ones first. */
	public static final List<PledgeQuestion> OBJECTIVES = List.of(MAIN_GCM_OBJECTIVES, FURTHER_GCM_OBJECTIVES,
			GCR_OBJECTIVES);

	private final String key;

	PledgeQuestion(String key) {
		this.key = key;
	}

	/** Under which its answer stands, in the form as in what is stored: a promise. */
	public String key() {
		return key;
	}

}
