package dev.aisle.privacy.rights.request.domain;

/** Why a part of an erasure is about another pseudonym. */
public enum PartKind {
    /** A browser that only the person uses. */
    BROWSER("browser"),
    /** The pseudonym of an older key. */
    OLDER_KEY("older_key");

    private final String wireName;

    PartKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the database. */
    public String wireName() {
        return wireName;
    }
}
