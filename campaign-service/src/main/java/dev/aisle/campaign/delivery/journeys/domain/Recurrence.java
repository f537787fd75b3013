package dev.aisle.campaign.delivery.journeys.domain;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Moments that a cron expression names on somebody's clock. An hour that the clock skips is made up for when the gap ends; in an hour that
 * comes twice the first time counts.
 */
public final class Recurrence {
    private final ExecutionTime times;

    /** @throws IllegalArgumentException when it is none */
    public Recurrence(String cron) {
        times = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
    }

    /** The first moment after another one; empty when there is none (30 February). */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        // The clock on the wall, where no hour is skipped and none comes twice.
        ZonedDateTime wall = after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
        while (true) {
            Optional<ZonedDateTime> next = times.nextExecution(wall);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            wall = next.get();
            Instant moment = wall.toLocalDateTime().atZone(zone).toInstant();
            if (moment.isAfter(after)) {
                return Optional.of(moment);
            }
        }
    }
}
