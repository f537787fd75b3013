package dev.aisle.algorithms.privacy;

/** What an IAB GPP string says about a purpose. */
public enum GppSignal {
    /** No string, or no section about it. */
    ABSENT("absent"),
    /** The person was asked and didn't opt out. */
    NOT_OPTED_OUT("notopted"),
    /** The person opted out. */
    OPTED_OUT("optout"),
    /** There is a string that can't be read, so nobody knows. */
    MALFORMED("malformed");

    private final String wireName;

    GppSignal(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the table of rules. */
    public String wireName() {
        return wireName;
    }
}
