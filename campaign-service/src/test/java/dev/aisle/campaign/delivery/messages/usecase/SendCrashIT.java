package dev.aisle.campaign.delivery.messages.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.delivery.channels.Lane;
import dev.aisle.campaign.delivery.channels.TestChannels;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Entry;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Lease;
import dev.aisle.campaign.delivery.messages.usecase.LedgerTables.Found;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.mail.CountingSink;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sender is killed at each named point; a sink that counts says what was lost and what came twice. */
class SendCrashIT {
    private static final int MESSAGES = 60;
    private static final Duration LATER = Duration.ofMinutes(20);
    private static LedgerTables tables;

    @BeforeAll
    static void createTables() throws IOException, SQLException {
        tables = LedgerTables.create();
    }

    @AfterAll
    static void stop() throws IOException {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void nothingIsLostAndNothingComesTwiceExceptWhereItIsListedAsInDoubt(CrashPoint point) throws Exception {
        String prefix = point.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        MessageLedger ledger = tables.ledger();
        ledger.add(messages(prefix), Instant.now());

        AtomicReference<@Nullable Process> victim = new AtomicReference<>();
        try (CountingSink sink = CountingSink.start(new Killing(point, victim))) {
            crash(point, sink, victim);
            Map<String, Found> crashed = tables.found(prefix, sink);
            recover(ledger, sink);
            Map<String, Found> recovered = tables.found(prefix, sink);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d taken before, %d handed over without an answer; then %d delivered, %d in doubt of which %d were taken%n",
                    point,
                    crashed.values().stream().mapToLong(Found::taken).sum(),
                    LedgerTables.in(crashed, "handed_over"),
                    LedgerTables.in(recovered, "delivered"),
                    LedgerTables.in(recovered, "in_doubt"),
                    recovered.values().stream()
                            .filter(one -> one.state().equals("in_doubt"))
                            .mapToLong(Found::taken)
                            .sum());

            assertThat(LedgerTables.in(crashed, "queued"))
                    .as("work was left when it died")
                    .isPositive();
            assertThat(recovered).hasSize(MESSAGES);
            assertThat(recovered.values()).allSatisfy(one -> {
                assertThat(one.state()).isIn("delivered", "in_doubt");
                assertThat(one.taken()).as("times that the sink has it").isLessThanOrEqualTo(1);
                assertThat(one.state().equals("delivered") && one.taken() == 0)
                        .as("lost")
                        .isFalse();
            });
            assertThat(LedgerTables.in(recovered, "in_doubt"))
                    .isBetween(point.leavesDoubt() ? 1L : 0L, point.leavesDoubt() ? (long) SenderProcess.STEP : 0L);
        }
    }

    @Test
    void aCallToAProviderWithoutAnAnswerGoesAgainUntilItIsGivenUp() throws SQLException {
        MessageLedger ledger = tables.ledger();
        ledger.add(List.of(LedgerTables.message("push-0", 0, Channel.PUSH, Purpose.MARKETING_PUSH)), Instant.now());

        for (int attempt = 1; attempt <= 2; attempt++) {
            Instant now = Instant.now();
            Lease lease = Lease.until(now.plusSeconds(1));
            assertThat(ledger.claim(Channel.PUSH, lease, now.plusSeconds(attempt), 10))
                    .hasSize(1);
            assertThat(ledger.claim(Channel.PUSH, Lease.until(now), now, 10))
                    .as("another sender's")
                    .isEmpty();
            assertThat(ledger.handOver(List.of("push-0"), lease, now)).containsExactly("push-0");
            ledger.settleUnanswered(Channel.PUSH, now.plusSeconds(1), now, 2);
            assertThat(state("push-0")).isEqualTo(attempt == 1 ? "queued" : "failed");
        }
    }

    private static String state(String id) throws SQLException {
        try (Connection connection = tables.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select state from message where id = '" + id + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Kills from outside what only the server sees. */
    private record Killing(CrashPoint point, AtomicReference<@Nullable Process> victim, AtomicInteger passed)
            implements CountingSink.Events {
        Killing(CrashPoint point, AtomicReference<@Nullable Process> victim) {
            this(point, victim, new AtomicInteger());
        }

        @Override
        public void begun() {
            kill(CrashPoint.TEXT_ON_ITS_WAY);
        }

        @Override
        public void taken() {
            kill(CrashPoint.TAKEN_NOT_ANSWERED);
        }

        private void kill(CrashPoint here) {
            Process running = victim.get();
            if (here == point && running != null && passed.incrementAndGet() == 8) {
                running.destroyForcibly().onExit().join();
            }
        }
    }

    private static void crash(CrashPoint point, CountingSink sink, AtomicReference<@Nullable Process> victim)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SenderProcess.class.getName(),
                        tables.url(),
                        Integer.toString(sink.port()),
                        point.name())
                .inheritIO()
                .start();
        victim.set(process);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the sender ends").isTrue();
        assertThat(process.exitValue())
                .as("as by kill -9")
                .isEqualTo(point.seenByServer() ? 137 : SenderProcess.CRASHED);
        victim.set(null);
    }

    /** What another replica does once leases and patience are over. */
    private static void recover(MessageLedger ledger, CountingSink sink) throws InterruptedException {
        InstantSource later = InstantSource.offset(InstantSource.system(), LATER);
        ledger.settleUnanswered(Channel.EMAIL, later.instant().minus(Duration.ofMinutes(10)), later.instant(), 8);
        try (Lane lane = TestChannels.mail(sink.port())) {
            SenderProcess.send(ledger, SenderProcess.book(), lane, later);
        }
    }

    private static List<Entry> messages(String prefix) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(number -> LedgerTables.mail(prefix + number, number))
                .toList();
    }
}
