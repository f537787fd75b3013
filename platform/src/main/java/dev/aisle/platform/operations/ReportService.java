package dev.aisle.platform.operations;

import dev.aisle.platform.operations.ServiceReport.Check;
import dev.aisle.platform.operations.ServiceReport.Clock;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how this service is. */
@Singleton
public class ReportService {
    private static final int MOST_JOBS = 10;

    private final String service;
    private final SmallRyeHealthReporter health;
    private final List<JobReports> jobs;
    private final Scheduler scheduler;
    private final SettingsInForce settings;

    ReportService(
            @ConfigProperty(name = "quarkus.application.name") String service,
            SmallRyeHealthReporter health,
            @All List<JobReports> jobs,
            Scheduler scheduler,
            SettingsInForce settings) {
        this.service = service;
        this.health = health;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.settings = settings;
    }

    /**
     * As it is now.
     *
     * @param part of the names of the settings to tell; empty for none
     */
    public ServiceReport now(String part) {
        JsonObject ready = health.getReadiness().getPayload();
        return new ServiceReport(
                service,
                isUp(ready),
                Stream.of(ready, health.getWellness().getPayload())
                        .flatMap(kind -> kind.getJsonArray("checks").getValuesAs(JsonObject.class).stream())
                        .map(check -> new Check(check.getString("name"), isUp(check), told(check)))
                        .toList(),
                jobs.stream()
                        .flatMap(some -> some.latest(MOST_JOBS).stream())
                        .sorted(Comparator.comparing(JobReport::startedAt).reversed())
                        .limit(MOST_JOBS)
                        .toList(),
                clocks(),
                part.isEmpty() ? List.of() : settings.matching(part));
    }

    private List<Clock> clocks() {
        if (!scheduler.isStarted()) {
            return List.of();
        }
        return scheduler.getScheduledJobs().stream()
                .map(trigger -> new Clock(
                        nameOf(trigger), trigger.getPreviousFireTime(), trigger.getNextFireTime(), trigger.isOverdue()))
                .sorted(Comparator.comparing(Clock::name))
                .toList();
    }

    /** {@code dev.aisle.platform.retention.RetentionClock#enforce} without its package. */
    private static String nameOf(Trigger trigger) {
        String name = Objects.requireNonNullElse(trigger.getMethodDescription(), trigger.getId());
        int method = name.lastIndexOf('#');
        int type = name.lastIndexOf('.', method < 0 ? name.length() : method);
        return name.substring(type + 1).replace('#', '.');
    }

    private static boolean isUp(JsonObject check) {
        return check.getString("status", "").equals("UP");
    }

    private static String told(JsonObject check) {
        JsonObject told = check.getJsonObject("data");
        return told == null
                ? ""
                : told.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
