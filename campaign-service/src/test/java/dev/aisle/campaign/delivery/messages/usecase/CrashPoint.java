package dev.aisle.campaign.delivery.messages.usecase;

/** The moments of the send path at which a crash is most likely to lose or to double a message. */
enum CrashPoint {
    /** Messages are claimed, and nothing else. */
    CLAIMED(false),
    /** Their addresses are known. */
    ADDRESSED(false),
    /** It is written that they are handed over, and none is. */
    HAND_OVER_WRITTEN(true),
    /** The text is on its way, and the server has begun to read it; killed from outside. */
    TEXT_ON_ITS_WAY(true),
    /** The server has taken one and hasn't answered; killed from outside. */
    TAKEN_NOT_ANSWERED(true),
    /** The server has answered for some of a step; nothing of that is written. */
    ANSWERED_NOT_WRITTEN(true),
    /** What came of a step is written. */
    WRITTEN(false);

    private final boolean leavesDoubt;

    CrashPoint(boolean leavesDoubt) {
        this.leavesDoubt = leavesDoubt;
    }

    /** Whether messages of the step can be in doubt. */
    boolean leavesDoubt() {
        return leavesDoubt;
    }

    /** Whether the mail server sees it, and so the test kills the process. */
    boolean seenByServer() {
        return this == TEXT_ON_ITS_WAY || this == TAKEN_NOT_ANSWERED;
    }
}
