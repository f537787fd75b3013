package dev.aisle.campaign.experiments.domain;

/** What is assigned to a variation and counted once. */
public enum Unit {
    /** A person, by pseudonym; also after a log-in. */
    PERSON("person"),
    /** A visit, by the session's id beside its person. */
    SESSION("session");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    /** The name in definitions. */
    public String code() {
        return code;
    }
}
