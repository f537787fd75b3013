package dev.aisle.profile.models.jobs;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a job is due: its last scheduled time has passed and no run began since. So a time that was slept through is made up for. */
final class Due {
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    private static final String OFF = "off";

    private final Optional<ExecutionTime> times;

    private Due(Optional<ExecutionTime> times) {
        this.times = times;
    }

    /**
     * By a setting.
     *
     * @throws IllegalArgumentException when it is neither a cron expression nor {@code off}
     */
    static Due by(String schedule) {
        return new Due(
                schedule.equals(OFF) ? Optional.empty() : Optional.of(ExecutionTime.forCron(QUARTZ.parse(schedule))));
    }

    /**
     * Whether it is.
     *
     * @param lastBegun null when it never ran
     */
    boolean at(Instant now, ZoneId zone, @Nullable Instant lastBegun) {
        ZonedDateTime next = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).atZone(zone);
        return times.flatMap(scheduled -> scheduled.lastExecution(next))
                .filter(last -> lastBegun == null || lastBegun.isBefore(last.toInstant()))
                .isPresent();
    }
}
