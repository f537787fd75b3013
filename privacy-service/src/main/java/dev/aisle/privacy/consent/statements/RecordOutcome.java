package dev.aisle.privacy.consent.statements;

/** What became of a consent. */
public sealed interface RecordOutcome {
    /**
     * It holds now.
     *
     * @param told whether the other services are told of it; they aren't under a pseudonym that is never used again
     */
    record Recorded(ConsentReceipt receipt, boolean told) implements RecordOutcome {}

    /**
     * It was recorded before; this is what was answered then.
     *
     * @param told as in {@link Recorded}
     */
    record RecordedBefore(ConsentReceipt receipt, boolean told) implements RecordOutcome {}

    /** The caller wanted to change another version than this. */
    record Stale(long version) implements RecordOutcome {}

    /** A yes needs the notice that the person read. */
    record NoticeRefused(Why why) implements RecordOutcome {
        /** What is wrong with it. */
        public enum Why {
            /** The yes names none. */
            MISSING,
            /** It was never published. */
            UNKNOWN,
            /** A newer one has taken its place. */
            OUTDATED
        }
    }

    /** The idempotency key belongs to another consent. */
    record KeyOfAnother() implements RecordOutcome {}
}
