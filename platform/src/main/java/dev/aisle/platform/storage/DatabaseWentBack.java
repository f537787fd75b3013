package dev.aisle.platform.storage;

/**
 * The event that the service's database is, or may be, of an earlier moment than this process has seen: a failover to a replica that lacked the last
 * seconds, a restore, a data directory that was swapped. It is fired while the service runs; whoever derives something from committed rows looks again.
 *
 * @param sign   what shows it
 * @param detail what was known and what is there now, for the log
 */
public record DatabaseWentBack(Sign sign, String detail) {
    /** What shows that the database went back. */
    public enum Sign {
        /** Another server: another {@code system_identifier}. */
        SERVER,
        /** Another timeline: a replica was promoted, or a restore ended. What it lacked isn't known. */
        TIMELINE,
        /** A row that this process had committed is older or gone. */
        ROW,
        /** A topic has what this service told out of rows that aren't there. */
        TOPIC,
        /** A consumer's position is below one that this process had committed. */
        POSITION
    }
}
