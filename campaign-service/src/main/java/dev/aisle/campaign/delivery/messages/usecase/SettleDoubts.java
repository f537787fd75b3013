package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.OpenMessages;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Decided;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds hand-overs that nobody answered, shows what stands open, and takes the decisions of operators, each put on record. */
@ApplicationScoped
public class SettleDoubts {
    private final MessageLedger ledger;
    private final OpenMessages messages;
    private final MessageSettings settings;
    private final InstantSource clock;

    SettleDoubts(MessageLedger ledger, OpenMessages messages, MessageSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** What an operator may decide. */
    public enum Decision {
        /** Send it (again), also at the risk that it was taken before. */
        RESEND,
        /** It was taken: the receiver's own log says so. */
        MARK_SENT
    }

    /** What became of a decision. */
    public enum Result {
        DONE,
        NO_SUCH_MESSAGE,
        /** It isn't in doubt and no dead letter. */
        NOTHING_TO_DECIDE
    }

    /** An order, by whom and why. */
    public record Order(Decision decision, String by, String because) {}

    /** Whoever handed these over is gone: where the receiver knows a repetition they go again, elsewhere they are in doubt. @return how many */
    @Transactional
    public int sweep() {
        Instant now = clock.instant();
        int found = 0;
        for (Channel channel : Channel.values()) {
            found += ledger.settleUnanswered(channel, now.minus(settings.doubtAfter()), now, settings.attempts());
        }
        return found;
    }

    /** A page of messages in a state. */
    @Transactional
    public List<Open> list(MessageState state, String after, int most) {
        return messages.list(state, after, most);
    }

    /** How many messages stand where. */
    @Transactional
    public Map<String, Long> counts() {
        return messages.counts();
    }

    /** Decides about one message. Consent is asked again when it is sent. */
    @Transactional
    public Result decide(String id, Order order) {
        Optional<MessageState> was = messages.stateOf(id);
        if (was.isEmpty()) {
            return Result.NO_SUCH_MESSAGE;
        }
        boolean open = was.get() == MessageState.IN_DOUBT
                || (was.get() == MessageState.FAILED && order.decision() == Decision.RESEND);
        Instant now = clock.instant();
        return open && messages.decide(decided(id, was.get(), order), now, now.plus(settings.replayWithin()))
                ? Result.DONE
                : Result.NOTHING_TO_DECIDE;
    }

    private static Decided decided(String id, MessageState was, Order order) {
        MessageState now = order.decision() == Decision.RESEND ? MessageState.QUEUED : MessageState.DELIVERED;
        return new Decided(id, was, now, order.by(), StorableText.of(order.because()));
    }

    /** Sends dead letters again, the first so many. @return how many */
    @Transactional
    public int replay(int most, String by, String because) {
        Order order = new Order(Decision.RESEND, by, because);
        return Math.toIntExact(messages.list(MessageState.FAILED, "", most).stream()
                .filter(open -> decide(open.id(), order) == Result.DONE)
                .count());
    }
}
