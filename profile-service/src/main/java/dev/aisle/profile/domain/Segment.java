package dev.aisle.profile.domain;

/** The segments that every shop has. */
public enum Segment {
    /** First seen a short time ago and has not bought yet. */
    NEW_VISITOR("new-visitor"),
    /** Has bought at least once. */
    BUYER("buyer");

    private final String id;

    Segment(String id) {
        this.id = id;
    }

    /** The id on the wire. */
    public String id() {
        return id;
    }
}
