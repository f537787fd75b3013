package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.channels.Lane;
import dev.aisle.campaign.delivery.channels.Lanes;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.store.SenderFleet;
import dev.aisle.platform.storage.StorageException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The threads that send: some a channel, each with its own connection. One looks often; the others wake when there is much to do. */
@Singleton
public class SenderLoop {
    private static final Logger LOG = Logger.getLogger(SenderLoop.class);
    private static final long LOOK_MILLIS = 250;
    private static final long DOZE_MILLIS = 5_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final SendMessages sendMessages;
    private final Lanes lanes;
    private final SenderFleet fleet;
    private final MessageSettings settings;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Object> bells = new ArrayList<>();
    private final List<Throttle> throttles = new ArrayList<>();
    private final UUID process = UUID.randomUUID();
    private volatile boolean stopping;

    SenderLoop(
            SendMessages sendMessages, Lanes lanes, SenderFleet fleet, MessageSettings settings, InstantSource clock) {
        this.sendMessages = sendMessages;
        this.lanes = lanes;
        this.fleet = fleet;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts the senders of every channel that is set up. */
    public synchronized void start() {
        if (!settings.sending()) {
            return;
        }
        int alive = fleet.alive(process, clock.instant());
        for (Channel channel : Channel.values()) {
            if (lanes.isOpen(channel)) {
                Desk desk = new Desk(channel, new Throttle(lanes.perSecond(channel)), new Object());
                bells.add(desk.bell());
                desk.throttle().share(alive);
                throttles.add(desk.throttle());
                for (int number = 0; number < settings.senders(); number++) {
                    boolean first = number == 0;
                    threads.add(Thread.ofPlatform()
                            .name("sender-" + channel.wireName() + "-" + number)
                            .start(() -> send(desk, first)));
                }
            }
        }
    }

    /** Says that this process sends, and takes its share of what providers may be given. */
    public synchronized void share() {
        if (settings.sending() && !stopping) {
            int alive = fleet.alive(process, clock.instant());
            throttles.forEach(one -> one.share(alive));
        }
    }

    private record Desk(Channel channel, Throttle throttle, Object bell) {}

    private void send(Desk desk, boolean first) {
        try (Lane lane = lanes.open(desk.channel())) {
            while (!stopping) {
                int claimed = round(desk, lane);
                synchronized (desk.bell()) {
                    if (claimed >= settings.claim()) {
                        desk.bell().notifyAll();
                    } else if (claimed == 0 && !stopping) {
                        desk.bell().wait(first ? LOOK_MILLIS : DOZE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails here is the database or a fault of ours: nothing is lost, since claims run out and hand-overs become doubts. */
    private int round(Desk desk, Lane lane) throws InterruptedException {
        try {
            return sendMessages.round(desk.channel(), lane, desk.throttle());
        } catch (RuntimeException e) {
            LOG.errorf(e, "A round of %s failed", desk.channel().wireName());
            Thread.sleep(AFTER_FAILURE);
            return 0;
        }
    }

    /** Lets each sender end its round. */
    public synchronized void stop() {
        stopping = true;
        // No interrupt: it could hit a sender between an answer and its being written, and leave a doubt.
        sendMessages.stop();
        bells.forEach(bell -> {
            synchronized (bell) {
                bell.notifyAll();
            }
        });
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        signOff();
    }

    private void signOff() {
        try {
            if (settings.sending()) {
                fleet.gone(process);
            }
        } catch (StorageException e) {
            LOG.warnf("Other senders share again when this one has been silent for a while: %s", e.getMessage());
        }
    }
}
