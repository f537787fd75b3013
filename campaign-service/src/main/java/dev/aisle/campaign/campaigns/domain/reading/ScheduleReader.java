package dev.aisle.campaign.campaigns.domain.reading;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.domain.Schedule.QuietHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when a campaign works. */
final class ScheduleReader {
    private static final List<String> FIELDS = List.of("start", "end", "timeZone", "quietHours", "cron");

    private ScheduleReader() {}

    static Schedule read(Spot spot) {
        if (!spot.object(FIELDS)) {
            return Schedule.ALWAYS;
        }
        Instant start = spot.is("start") ? moment(spot.at("start")) : null;
        Instant end = spot.is("end") ? moment(spot.at("end")) : null;
        if (start != null && end != null && !start.isBefore(end)) {
            spot.at("end").wrong("The end isn't after the start.", "Write an end after " + start + ".");
        }
        return new Schedule(
                start,
                end,
                spot.is("timeZone") ? zone(spot.at("timeZone")) : Schedule.ALWAYS.zone(),
                spot.is("quietHours") ? quietHours(spot.at("quietHours")) : null,
                spot.is("cron") ? cron(spot.at("cron")) : null);
    }

    private static @Nullable Instant moment(Spot spot) {
        try {
            return OffsetDateTime.parse(spot.node().asText()).toInstant();
        } catch (DateTimeException e) {
            spot.wrong(
                    "Expected a moment with its offset.", "Write 2026-12-01T09:00:00Z or 2026-12-01T09:00:00+08:00.");
            return null;
        }
    }

    private static ZoneId zone(Spot spot) {
        String name = spot.node().asText();
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        spot.wrong("This isn't a time zone.", "Write one such as Europe/Berlin, Asia/Shanghai or UTC.");
        return Schedule.ALWAYS.zone();
    }

    private static @Nullable QuietHours quietHours(Spot spot) {
        if (!spot.object(List.of("from", "to"))) {
            return null;
        }
        LocalTime from = time(spot.at("from"));
        LocalTime to = time(spot.at("to"));
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            spot.wrong("Quiet hours from a time to the same time are none.", "Leave them out, or write another time.");
        }
        return new QuietHours(from, to);
    }

    private static @Nullable LocalTime time(Spot spot) {
        try {
            return LocalTime.parse(spot.node().asText());
        } catch (DateTimeException e) {
            spot.wrong("Expected a time of the day.", "Write it as \"21:00\".");
            return null;
        }
    }

    private static @Nullable String cron(Spot spot) {
        try {
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                    .parse(spot.node().asText())
                    .validate();
            return spot.node().asText();
        } catch (IllegalArgumentException e) {
            spot.wrong(
                    "This isn't a cron expression.",
                    "Write minute, hour, day of the month, month, day of the week: \"0 9 * * 1\" is Mondays at nine.");
            return null;
        }
    }
}
