package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.channels.Lane;
import dev.aisle.campaign.delivery.channels.TestChannels;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.SenderFleet;
import dev.aisle.campaign.delivery.messages.usecase.SendMessages.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** One of several senders, each a process of its own, that share a provider's rate and send until they are killed: {@code JDBC_URL SMTP_PORT PER_SECOND}. */
final class FleetProcess {
    /** So short that what the dead held is free again while the test runs. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private static final int CLAIM = 10;
    private static final Duration IDLE = Duration.ofMillis(20);

    private FleetProcess() {}

    public static void main(String... words) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(words[0]);
        SenderFleet fleet = new SenderFleet(database);
        Throttle throttle = new Throttle(Double.parseDouble(words[2]));
        UUID itself = UUID.randomUUID();
        SendMessages sender = SenderProcess.sender(
                new MessageLedger(database),
                SenderProcess.book(),
                new Rules(CLAIM, SenderProcess.STEP, LEASE, InstantSource.system()));
        try (Lane lane = TestChannels.mail(Integer.parseInt(words[1]))) {
            while (true) {
                throttle.share(fleet.alive(itself, Instant.now()));
                if (sender.round(Channel.EMAIL, lane, throttle) == 0) {
                    Thread.sleep(IDLE);
                }
            }
        }
    }
}
