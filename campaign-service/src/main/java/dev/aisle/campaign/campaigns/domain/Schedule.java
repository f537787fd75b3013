package dev.aisle.campaign.campaigns.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign works.
 *
 * @param start the first moment; {@code null}: from its approval on
 * @param end the moment from which it works no more; {@code null}: until somebody ends it
 * @param zone the clock of people whose own isn't known
 * @param quietHours when nothing is sent to a person, on the person's clock; they don't touch what a page shows
 * @param cron five fields (minute hour day-of-month month day-of-week), on the person's clock; {@code null} when nothing is sent by the clock
 */
public record Schedule(
        @Nullable Instant start,
        @Nullable Instant end,
        ZoneId zone,
        @Nullable QuietHours quietHours,
        @Nullable String cron) {
    /** From the approval on, for ever, at any hour. */
    public static final Schedule ALWAYS = new Schedule(null, null, ZoneId.of("UTC"), null, null);

    /** From a time of the day to another one, perhaps of the next day. */
    public record QuietHours(LocalTime from, LocalTime to) {
        /** Whether a time of the day lies in them; {@code to} doesn't. */
        public boolean contain(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /** Whether it works at a moment. */
    public boolean covers(Instant now) {
        return (start == null || !now.isBefore(start)) && !endedBy(now);
    }

    /** Whether it is over. */
    public boolean endedBy(Instant now) {
        return end != null && !now.isBefore(end);
    }

    /** Whether there is a moment at which both work. */
    public boolean meets(Schedule other) {
        return startsBefore(end, other.start) && startsBefore(other.end, start);
    }

    private static boolean startsBefore(@Nullable Instant end, @Nullable Instant start) {
        return end == null || start == null || start.isBefore(end);
    }
}
