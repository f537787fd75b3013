package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.channels.AddressBook;
import dev.aisle.campaign.delivery.channels.AddressBook.Answer;
import dev.aisle.campaign.delivery.channels.Lane;
import dev.aisle.campaign.delivery.channels.Letter;
import dev.aisle.campaign.delivery.feedback.TrackMessages;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Lease;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Settled;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Use;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, in rounds: claim, ask for the addresses, and then in small steps look at consent and suppression once more, write down
 * that these are handed over, hand them over, write down what came of it.
 */
@Singleton
class SendMessages {
    private static final Logger LOG = Logger.getLogger(SendMessages.class);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(5);

    private final MessageLedger ledger;
    private final AddressBook addresses;
    private final LastLook lastLook;
    private final Function<UUID, @Nullable String> links;
    private final Rules rules;
    private final Outcomes outcomes;
    private final UnaryOperator<Outgoing> tracking;
    private volatile boolean stopping;

    /** How much is done at once and when; see {@link MessageSettings}. */
    record Rules(int claim, int handOver, Duration lease, InstantSource clock) {}

    @jakarta.inject.Inject
    SendMessages(
            MessageLedger ledger,
            AddressBook addresses,
            LastLook lastLook,
            Links links,
            Outcomes outcomes,
            TrackMessages tracking,
            MessageSettings settings,
            InstantSource clock) {
        this(
                ledger,
                addresses,
                lastLook,
                links::of,
                outcomes,
                new Rules(settings.claim(), settings.handOver(), settings.lease(), clock),
                tracking::of);
    }

    SendMessages(
            MessageLedger ledger,
            AddressBook addresses,
            LastLook lastLook,
            Function<UUID, @Nullable String> links,
            Outcomes outcomes,
            Rules rules) {
        this(ledger, addresses, lastLook, links, outcomes, rules, UnaryOperator.identity());
    }

    private SendMessages(
            MessageLedger ledger,
            AddressBook addresses,
            LastLook lastLook,
            Function<UUID, @Nullable String> links,
            Outcomes outcomes,
            Rules rules,
            UnaryOperator<Outgoing> tracking) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.lastLook = lastLook;
        this.links = links;
        this.outcomes = outcomes;
        this.rules = rules;
        this.tracking = tracking;
    }

    /**
     * One round of one sender.
     *
     * @return how many messages were claimed; 0 when there is nothing to do or the channel doesn't work now
     */
    public int round(Channel channel, Lane lane, Throttle throttle) throws InterruptedException {
        if (!lane.ready()) {
            return 0;
        }
        Instant now = rules.clock().instant();
        Round round = new Round(lane, throttle, Lease.until(now.plus(rules.lease())));
        List<Outgoing> claimed = ledger.claim(channel, round.lease(), now, rules.claim());
        Map<Purpose, List<Outgoing>> byPurpose = claimed.stream()
                .collect(Collectors.groupingBy(message -> message.to().purpose()));
        for (Map.Entry<Purpose, List<Outgoing>> group : byPurpose.entrySet()) {
            send(group.getValue(), group.getKey(), channel, round);
        }
        return claimed.size();
    }

    private record Round(Lane lane, Throttle throttle, Lease lease) {}

    private void send(List<Outgoing> messages, Purpose purpose, Channel channel, Round round)
            throws InterruptedException {
        Map<String, Answer> found;
        try {
            found = addresses.ask(
                    messages.stream().map(message -> message.to().pseudonym()).collect(Collectors.toSet()),
                    purpose,
                    channel);
        } catch (IOException e) {
            LOG.warnf("Messages wait, since nobody says where to: %s", e.getMessage());
            release(messages, round);
            return;
        }
        List<Letter> letters = new ArrayList<>();
        List<Settled> over = new ArrayList<>();
        Instant now = rules.clock().instant();
        for (Outgoing message : messages) {
            switch (found.get(message.to().pseudonym())) {
                case Answer.Reachable to when now.isBefore(message.notAfter()) -> letters.add(letter(message, to));
                case Answer.Reachable _ -> over.add(outcomes.of(message, new Outcome.Expired("too-late")));
                case Answer.Denied denied -> over.add(outcomes.of(message, new Outcome.Suppressed(denied.reason())));
                case null -> over.add(outcomes.of(message, new Outcome.Suppressed("no_answer")));
            }
        }
        settle(over, round);
        handOver(letters, round);
    }

    private Letter letter(Outgoing message, Answer.Reachable to) {
        return new Letter(
                tracking.apply(message),
                to.to(),
                to.locale(),
                message.canBeUnsubscribed() ? links.apply(message.link()) : null);
    }

    private void handOver(List<Letter> letters, Round round) throws InterruptedException {
        int from = 0;
        while (from < letters.size() && !stopping) {
            int step = round.throttle().take(Math.min(rules.handOver(), letters.size() - from));
            step(letters.subList(from, from + step), round);
            from += step;
        }
        release(
                letters.subList(from, letters.size()).stream()
                        .map(Letter::message)
                        .toList(),
                round);
    }

    /** Ends each round after the step that is under way; what it still holds is given back. */
    void stop() {
        stopping = true;
    }

    /** The use begins before consent is looked at and ends when what came of it is written. */
    private void step(List<Letter> letters, Round round) {
        try (Use _ = lastLook.beginUse()) {
            Map<String, Letter> may = new HashMap<>();
            List<Outgoing> wait = new ArrayList<>();
            List<Settled> settled = new ArrayList<>();
            for (Letter letter : letters) {
                switch (lastLook.at(letter.message())) {
                    case MAY_GO -> may.put(letter.message().id(), letter);
                    case MAY_NOT -> settled.add(outcomes.of(letter.message(), new Outcome.Suppressed("consent")));
                    case UNKNOWN -> wait.add(letter.message());
                }
            }
            release(wait, round);
            if (!may.isEmpty()) {
                if (round.lane().ready()) {
                    deliver(may, settled, round);
                } else {
                    release(may.values().stream().map(Letter::message).toList(), round);
                }
            }
            settle(settled, round);
        }
    }

    private void deliver(Map<String, Letter> letters, List<Settled> settled, Round round) {
        Set<String> mine =
                ledger.handOver(letters.keySet(), round.lease(), rules.clock().instant());
        letters.forEach((id, letter) -> {
            // One that isn't handed over is suppressed, erased or another's by now; only where it is still ours this
            // settles it.
            Outcome outcome = mine.contains(id) ? round.lane().deliver(letter) : new Outcome.Suppressed("suppressed");
            settled.add(outcomes.of(letter.message(), outcome));
        });
    }

    private void settle(List<Settled> settled, Round round) {
        if (!settled.isEmpty()) {
            ledger.settle(settled, round.lease(), rules.clock().instant());
            outcomes.told(settled);
        }
    }

    private void release(List<Outgoing> messages, Round round) {
        if (!messages.isEmpty()) {
            ledger.release(
                    messages.stream().map(Outgoing::id).toList(),
                    round.lease(),
                    rules.clock().instant().plus(SHORT_WAIT));
        }
    }
}
