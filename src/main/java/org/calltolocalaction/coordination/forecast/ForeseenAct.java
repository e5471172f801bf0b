package org.calltolocalaction.coordination.forecast;

/** The acts of coordinators of which a page says beforehand what they will do. */
public enum ForeseenAct {

	OPEN_CALL, TAKE_BACK_OPENING, MOVE_DEADLINE, SET_REVIEW_CALENDAR, GRANT_EXTENSION, END_EXTENSION, ADD_PARTNER,
	RELEASE_PARTNER, CONFIRM_CONTENTS, APPROVE_REPORT, REMIND_PLEDGES, WRITE_TO_GOVERNMENTS, EXTEND_PLEDGES

}
