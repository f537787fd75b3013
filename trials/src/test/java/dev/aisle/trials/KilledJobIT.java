package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * profile-service as it is packaged dies by kill -9 while a job counts people. Started again it goes on at the checkpoint as of the same moment
 * and ends with the models of a run that nobody disturbed.
 */
@Tag("night")
class KilledJobIT {
    private static final int PEOPLE = 1_500;
    private static final int EVENTS = 30_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private static Stack stack;
    private static Victim service;
    private static ApiClient api;
    private static PortPlan ports;

    @BeforeAll
    static void peopleWhoBought() throws InterruptedException {
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/jobs"), new PortPlan(27380));
        stack = new Stack(layout, new Progress(System.out));
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
        service = Victim.service(layout, Part.PROFILE, environment());
        service.start("");
        assertThat(service.awaitReady(PATIENCE)).isTrue();
        ports = layout.ports();
        api = new ApiClient(ports);
        try (Feeder feeder = new Feeder(layout.ports());
                Backlog backlog = new Backlog(layout.ports())) {
            feeder.grant(PEOPLE);
            feeder.send(new MadeEvents(PEOPLE, 1), EVENTS);
            assertThat(backlog.awaitCaughtUp(Part.PROFILE, PATIENCE)).isTrue();
        }
    }

    /** Small pages with a checkpoint each, so that there is something to kill; jobs run when asked only. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AISLE_ANALYSIS_PAGE_SIZE", "10",
                "AISLE_ANALYSIS_TIME_ZONE", zoneWhereItIsNoon(),
                "AISLE_MODELS_CHECKPOINT_EVERY", "0s",
                "AISLE_MODELS_CHECK_EVERY", "1s"));
        for (String kind : List.of("LIFETIME", "RFM", "COUPON", "REPLENISHMENT", "FORECAST")) {
            environment.put("AISLE_MODELS_SCHEDULE_" + kind, "off");
        }
        return environment;
    }

    /** Models depend on the day of the shop: the run that is killed and the one that isn't are to have the same. */
    private static String zoneWhereItIsNoon() {
        return ZoneOffset.ofHours(12 - LocalTime.now(ZoneOffset.UTC).getHour()).getId();
    }

    @AfterAll
    static void stop() {
        service.close();
        stack.down();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifetime", "replenishment"})
    void goesOnAtItsCheckpointAndEndsAsIfNothingHadHappened(String kind) throws InterruptedException, SQLException {
        JsonNode undisturbed = awaitDone(start(kind));
        String expected = parameters(kind);
        assertThat(undisturbed.path("result").path("notFitted")).isEmpty();

        String id = start(kind);
        await().atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> job(id).path("progress").asDouble() > 0.3);
        service.kill();
        service.start("");
        assertThat(service.awaitReady(PATIENCE)).isTrue();
        JsonNode found = job(id);
        JsonNode ended = awaitDone(id);

        assertThat(found.path("progress").asDouble()).isGreaterThan(0.3);
        assertThat(ended.path("resumed").asInt()).isEqualTo(1);
        assertThat(ended.path("asOf")).isEqualTo(found.path("asOf"));
        assertThat(parameters(kind)).isEqualTo(expected);
        assertThat(version(ended)).isEqualTo(version(undisturbed) + 1);
    }

    private static String start(String kind) {
        Call call = Call.post(Part.PROFILE, "/v1/jobs", Json.object().put("kind", kind));
        return api.require(call.as("operator")).json().path("id").asText();
    }

    private static JsonNode job(String id) {
        return get("/v1/jobs/" + id);
    }

    private static JsonNode awaitDone(String id) {
        await().atMost(PATIENCE).until(() -> !job(id).path("state").asText().equals("running"));
        JsonNode ended = job(id);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        return ended;
    }

    /** As they are stored: nobody is shown them. */
    private static String parameters(String kind) throws SQLException {
        try (var database = DriverManager.getConnection(ports.jdbc("profile"), "profile", "profile");
                var newest = database.prepareStatement(
                        "select parameters from model where kind = ? order by version desc limit 1")) {
            newest.setString(1, kind);
            try (var row = newest.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static int version(JsonNode job) {
        return job.path("result").path("models").path(0).path("version").asInt();
    }

    private static JsonNode get(String path) {
        return api.require(Call.get(Part.PROFILE, path).as("operator")).json();
    }
}
