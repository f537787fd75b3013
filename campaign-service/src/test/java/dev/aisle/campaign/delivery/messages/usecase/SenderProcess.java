package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.channels.AddressBook;
import dev.aisle.campaign.delivery.channels.AddressBook.Answer;
import dev.aisle.campaign.delivery.channels.Lane;
import dev.aisle.campaign.delivery.channels.Letter;
import dev.aisle.campaign.delivery.channels.TestChannels;
import dev.aisle.campaign.delivery.messages.domain.Backoff;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.usecase.SendMessages.Rules;
import dev.aisle.platform.consent.Use;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The sender in a process of its own, with the real ledger and the real channel, that ends at the second passing of a crash point as abruptly
 * as by kill -9: {@code JDBC_URL SMTP_PORT CRASH_POINT}.
 */
final class SenderProcess {
    static final int STEP = 5;
    static final int CLAIM = 20;
    static final Duration LEASE = Duration.ofMinutes(2);
    static final int CRASHED = 86;

    private static int passed;

    private SenderProcess() {}

    public static void main(String... words) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(words[0]);
        CrashPoint point = CrashPoint.valueOf(words[2]);
        try (Lane lane = TestChannels.mail(Integer.parseInt(words[1]))) {
            send(new Crashing(database, point), book(point), new CrashingLane(lane, point), InstantSource.system());
        }
    }

    /** Sends until nothing is due. */
    static void send(MessageLedger ledger, AddressBook book, Lane lane, InstantSource clock)
            throws InterruptedException {
        SendMessages sender = sender(ledger, book, new Rules(CLAIM, STEP, LEASE, clock));
        Throttle throttle = new Throttle(10_000);
        // The first takes one only; a full step of messages is what a crash has to find.
        Thread.sleep(Duration.ofMillis(20));
        for (int sent = 1; sent > 0; ) {
            sent = sender.round(Channel.EMAIL, lane, throttle);
        }
    }

    /** A sender that everybody allows. */
    static SendMessages sender(MessageLedger ledger, AddressBook book, Rules rules) {
        LastLook everybodyMay = new LastLook() {
            @Override
            public Use beginUse() {
                return () -> {};
            }

            @Override
            public Verdict at(Outgoing message) {
                return Verdict.MAY_GO;
            }
        };
        Outcomes outcomes = new Outcomes(
                new Backoff(Duration.ofSeconds(5), Duration.ofHours(10), 8),
                rules.clock(),
                new SimpleMeterRegistry(),
                RandomGenerator.getDefault());
        return new SendMessages(ledger, book, everybodyMay, _ -> null, outcomes, rules);
    }

    static AddressBook book() {
        return (pseudonyms, purpose, channel) -> pseudonyms.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        pseudonym -> new Answer.Reachable(List.of(pseudonym.substring(6) + "@shop.example"), null)));
    }

    private static AddressBook book(CrashPoint point) {
        return (pseudonyms, purpose, channel) -> {
            var found = book().ask(pseudonyms, purpose, channel);
            pass(CrashPoint.ADDRESSED, point);
            return found;
        };
    }

    private static void pass(CrashPoint here, CrashPoint wanted) {
        if (here == wanted && ++passed == 2) {
            // No shutdown hook runs, nothing is flushed or closed.
            Runtime.getRuntime().halt(CRASHED);
        }
    }

    /** The real ledger. */
    private static final class Crashing extends MessageLedger {
        private final CrashPoint point;

        Crashing(DataSource database, CrashPoint point) {
            super(database);
            this.point = point;
        }

        @Override
        public List<Outgoing> claim(Channel channel, Lease lease, Instant now, int most) {
            List<Outgoing> claimed = super.claim(channel, lease, now, most);
            pass(CrashPoint.CLAIMED, point);
            return claimed;
        }

        @Override
        public Set<String> handOver(Collection<String> ids, Lease lease, Instant now) {
            Set<String> mine = super.handOver(ids, lease, now);
            pass(CrashPoint.HAND_OVER_WRITTEN, point);
            return mine;
        }

        @Override
        public void settle(Collection<Settled> all, Lease lease, Instant now) {
            super.settle(all, lease, now);
            pass(CrashPoint.WRITTEN, point);
        }
    }

    /** The real lane. */
    private record CrashingLane(Lane lane, CrashPoint point) implements Lane {
        @Override
        public boolean ready() {
            return lane.ready();
        }

        @Override
        public Outcome deliver(Letter letter) {
            Outcome outcome = lane.deliver(letter);
            pass(CrashPoint.ANSWERED_NOT_WRITTEN, point);
            return outcome;
        }

        @Override
        public void close() {
            lane.close();
        }
    }
}
