package dev.aisle.local.chaos;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * People order while campaign-service, which thanks each of them by one message, is ended as by kill -9 at each point of a journey's path in turn. Broker and
 * database are the real ones; messages are counted in the queue, behind which the send path has its own trial.
 */
public final class JourneysKilled {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Purpose> PURPOSES = List.of(Purpose.PERSONALIZATION, Purpose.MARKETING_EMAIL);
    private static final String DEFINITION = """
            {"name": "Thanks", "kind": "loyalty", "trigger": {"type": "after_purchase", "after": "PT1S"}, "channels": ["email"],
             "holdout": 0, "variations": [{"id": "only", "content": {"en": {"subject": "Thanks", "text": "Thank you. {links.unsubscribe}"}}}]}
            """;

    private final Layout layout;
    private final Progress progress;
    private final int peopleOfPoint;

    /**
     * Runs in a home of its own.
     *
     * @param peopleOfPoint who order before each crash
     */
    public JourneysKilled(Layout layout, Progress progress, int peopleOfPoint) {
        this.layout = layout;
        this.progress = progress;
        this.peopleOfPoint = peopleOfPoint;
    }

    /**
     * What was counted at the end.
     *
     * @param crashes how often it was ended at its point
     * @param begun people whose journey began
     * @param lost people without a message
     * @param doubled messages beyond one a person
     */
    public record Found(int people, int crashes, long begun, long lost, long doubled) {}

    /** Tries each point once. */
    public Found run() throws InterruptedException {
        Stack stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        try (Victim service = Victim.service(layout, Part.CAMPAIGN, environment())) {
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
            return killed(service);
        } finally {
            stack.down();
            stack.wipe();
        }
    }

    /** What a dead process held goes on soon; nothing is sent on. */
    private static Map<String, String> environment() {
        return Map.of("AISLE_MESSAGES_SENDING", "false", "AISLE_JOURNEYS_LEASE", "PT2S");
    }

    private Found killed(Victim service) throws InterruptedException {
        JourneyCrash[] points = JourneyCrash.values();
        int people = points.length * peopleOfPoint;
        try (Feeder feeder = new Feeder(layout.ports())) {
            feeder.grant(people, PURPOSES);
            int crashes = 0;
            for (JourneyCrash point : points) {
                service.start("-javaagent:" + agent() + "=" + point.place().script());
                if (crashes == 0) {
                    require(service.awaitReady(PATIENCE), "campaign-service did not start");
                    begin();
                }
                for (int number = 0; number < peopleOfPoint; number++) {
                    feeder.send(order(crashes * peopleOfPoint + number));
                }
                int code = service.awaitEnd(PATIENCE)
                        .orElseThrow(() -> new CommandFailure("campaign-service never came to " + point));
                require(code == CrashCountdown.EXIT_CODE, point + " ended it with code " + code);
                crashes++;
                progress.step("crash of " + point);
            }
            service.start("");
            require(service.awaitReady(PATIENCE), "campaign-service did not start again");
            return settled(people, crashes);
        }
    }

    private Found settled(int people, int crashes) {
        try (Tables tables = new Tables(layout.ports(), "campaign")) {
            // What is lost never comes: then the wait ends with its time.
            Waiting.until(
                    PATIENCE,
                    Duration.ofMillis(200),
                    () -> Optional.of(tables.number("select count(distinct pseudonym) from message"))
                            .filter(count -> count >= people));
            long reached = tables.number("select count(distinct pseudonym) from message");
            return new Found(
                    people,
                    crashes,
                    tables.number("select count(distinct pseudonym) from journey"),
                    people - reached,
                    tables.number("select count(*) from message") - reached);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CommandFailure(otherwise + ", see its log.");
        }
    }

    private Path agent() {
        return layout.project().resolve("deploy/local/target/aisle-local-0.1.0-SNAPSHOT.jar");
    }

    private void begin() {
        try (Connection connection =
                        DriverManager.getConnection(layout.ports().jdbc("campaign"), "campaign", "campaign");
                PreparedStatement version = connection.prepareStatement("""
                        insert into campaign_version (campaign_id, version, stage, definition, author, made_at)
                        values ('thanks', 1, 'approved', ?, 'trial', now())
                        """);
                Statement life = connection.createStatement()) {
            connection.setAutoCommit(false);
            life.executeUpdate(
                    "insert into campaign (id, state, running_version, newest_version, revision) values ('thanks', 'running', 1, 1, 1)");
            version.setString(1, DEFINITION);
            version.executeUpdate();
            life.executeUpdate("update campaign_stamp set changes = changes + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new CommandFailure("The campaign can't be made: " + e.getMessage(), e);
        }
    }

    private static ShopEvent order(int person) {
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(MadeEvents.pseudonym(person))
                .setType(EventType.PURCHASE)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .addItems(Item.newBuilder().setProductId("tea"))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .setConsentVersion(1)
                .build();
    }
}
