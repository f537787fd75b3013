package dev.aisle.campaign.delivery.messages.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.store.SenderFleet;
import dev.aisle.campaign.delivery.messages.usecase.LedgerTables.Found;
import dev.aisle.mail.CountingSink;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two senders, each a process of its own, are killed with {@code kill -9} while they send the same messages; two others go on. */
class SenderFleetIT {
    private static final int MESSAGES = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static LedgerTables tables;

    private final List<Process> running = new ArrayList<>();

    @BeforeAll
    static void createTables() throws Exception {
        tables = LedgerTables.create("V12_1__sender_processes");
    }

    @AfterAll
    static void stop() throws IOException {
        tables.close();
    }

    @AfterEach
    void killAll() {
        running.forEach(one -> one.destroyForcibly().onExit().join());
        running.clear();
    }

    @Test
    void nothingIsSentTwiceThoughBothSendersDieAndTheOthersTakeOver() throws Exception {
        tables.ledger()
                .add(
                        IntStream.range(0, MESSAGES)
                                .mapToObj(number -> LedgerTables.mail("fleet-" + number, number))
                                .toList(),
                        Instant.now());
        try (CountingSink sink = CountingSink.start(new CountingSink.Events() {})) {
            // Slow, so that both hold some when they die, and one that starts late finds some.
            starts(sink, 20);
            starts(sink, 20);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> senders() == 2 && holders() == 2 && sink.total() >= 60);
            killAll();
            long before = sink.total();
            long held = tables.count("select count(*) from message where held_until is not null");

            starts(sink, 5_000);
            starts(sink, 5_000);
            await().atMost(PATIENCE).until(() -> underWay() == 0);
            killAll();
            Instant now = Instant.now();
            tables.ledger().settleUnanswered(Channel.EMAIL, now, now, 8);
            Map<String, Found> found = tables.found("fleet-", sink);
            System.out.printf(
                    Locale.ROOT,
                    "two killed after %d of %d, holding %d; then %d delivered, %d in doubt of which %d were taken%n",
                    before,
                    MESSAGES,
                    held,
                    LedgerTables.in(found, "delivered"),
                    LedgerTables.in(found, "in_doubt"),
                    found.values().stream()
                            .filter(one -> one.state().equals("in_doubt"))
                            .mapToLong(Found::taken)
                            .sum());

            assertThat(before).as("work was left when they died").isLessThan(MESSAGES);
            assertThat(found).hasSize(MESSAGES);
            assertThat(found.values()).allSatisfy(one -> {
                assertThat(one.state()).isIn("delivered", "in_doubt");
                assertThat(one.taken()).as("times that the sink has it").isLessThanOrEqualTo(1);
                assertThat(one.state().equals("delivered") && one.taken() == 0)
                        .as("lost")
                        .isFalse();
            });
            assertThat(LedgerTables.in(found, "in_doubt")).isLessThanOrEqualTo(2L * SenderProcess.STEP);
        }
    }

    @Test
    void whoIsSilentSharesNoMore() {
        SenderFleet fleet = new SenderFleet(tables.source());
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        // Long after whoever else has sent.
        Instant now = Instant.now().plus(Duration.ofHours(1));

        assertThat(fleet.alive(one, now)).isEqualTo(1);
        assertThat(fleet.alive(other, now.plusSeconds(14))).isEqualTo(2);
        assertThat(fleet.alive(other, now.plusSeconds(16))).isEqualTo(1);
        assertThat(fleet.alive(one, now.plusSeconds(17))).isEqualTo(2);
        fleet.gone(other);
        assertThat(fleet.alive(one, now.plusSeconds(17))).isEqualTo(1);
        fleet.gone(one);
    }

    private void starts(CountingSink sink, int perSecond) throws IOException {
        running.add(new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetProcess.class.getName(),
                        tables.url(),
                        Integer.toString(sink.port()),
                        Integer.toString(perSecond))
                .inheritIO()
                .start());
    }

    private static long senders() {
        return tables.count("select count(*) from sender_process");
    }

    private static long holders() {
        return tables.count("select count(distinct lease) from message where held_until > now()");
    }

    /** Those that wait, and those that somebody alive hands over. */
    private static long underWay() {
        return tables.count("select count(*) from message where state = 'queued'"
                + " or (state = 'handed_over' and held_until > now())");
    }
}
