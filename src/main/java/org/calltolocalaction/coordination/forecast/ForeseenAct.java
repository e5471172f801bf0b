package org.calltolocalaction.coordination.forecast;

/** The acts of coordinators of which a page says beforehand what they will do. */
public enum ForeseenAct {

	MOVE_DEADLINE, SET_REVIEW_CALENDAR, CONFIRM_CONTENTS

}
