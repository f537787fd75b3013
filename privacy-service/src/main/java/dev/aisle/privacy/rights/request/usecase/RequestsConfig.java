package dev.aisle.privacy.rights.request.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;

/** Deadlines and patience of requests. */
@ConfigMapping(prefix = "aisle.requests")
public interface RequestsConfig {
    /** By regulation. */
    Map<String, Deadline> deadlines();

    /** How long a one-time code is good. */
    @WithDefault("24h")
    Duration codeValid();

    /** How long before its deadline a request is called due. */
    @WithDefault("7d")
    Duration remindBefore();

    /** How often requests are started whose time has come; read by the scheduler. */
    @WithDefault("5s")
    Duration checkEvery();

    /** How often deadlines are looked at; read by the scheduler. */
    @WithDefault("15m")
    Duration remindEvery();

    /** How far ahead a request may be put off by whoever sends it. */
    @WithDefault("14d")
    Duration longestUndo();

    /** What a regulation allows. */
    interface Deadline {
        /** From the request to the answer. */
        Period within();

        /** How much longer with a reason; nothing when it can't be extended. */
        Period extension();

        /** The end of a period that starts at a moment; months are those of the calendar in UTC. */
        static Instant after(Instant start, Period period) {
            return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
        }
    }
}
