package dev.aisle.campaign.delivery.messages.store;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.campaign.campaigns.contacts.MessageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What stands open in the ledger, what becomes of it by somebody's decision, and whom a message of ours was for. */
@ApplicationScoped
public class OpenMessages {
    private static final String LIST = """
            select id, state, channel, campaign_id, reason, attempts, queued_at, changed_at from message
            where state = :state and id > :after order by id limit :most
            """;
    private static final String DECIDE = """
            update message set state = :state, lease = null, held_until = null, reason = :reason, next_at = :now, changed_at = :now,
                attempts = case when :state = 'queued' then 0 else attempts end,
                not_after = case when :state = 'queued' then greatest(not_after, :until) else not_after end
            where id = :id and state = :was
            """;
    private static final String NOTE = """
            insert into message_decision (message_id, decision, was, decided_by, because, decided_at)
            values (:id, :decision, :was, :by, :because, :now)
            """;

    private final Session database;

    OpenMessages(Session database) {
        this.database = database;
    }

    /** A message as an operator sees it: neither whom it is for nor what it says. */
    public record Open(
            String id,
            String state,
            String channel,
            String campaignId,
            String reason,
            int attempts,
            Instant queuedAt,
            Instant changedAt) {}

    /** Whom a message was for. */
    public record Addressee(String id, String pseudonym, String channel, String purpose) {}

    /** What somebody decided about a message. */
    public record Decided(String id, MessageState was, MessageState now, String by, StorableText because) {}

    /** A page of the messages in a state, by id. */
    public List<Open> list(MessageState state, String after, int most) {
        return database.createNativeQuery(LIST, Tuple.class)
                .setParameter("state", state.wireName())
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultStream()
                .map(OpenMessages::open)
                .toList();
    }

    private static Open open(Tuple row) {
        String reason = row.get("reason", String.class);
        return new Open(
                row.get("id", String.class),
                row.get("state", String.class),
                row.get("channel", String.class),
                row.get("campaign_id", String.class),
                reason == null ? "" : reason,
                row.get("attempts", Integer.class),
                row.get("queued_at", Instant.class),
                row.get("changed_at", Instant.class));
    }

    /** How many messages stand where. */
    public Map<String, Long> counts() {
        return database.createNativeQuery("select state, count(*) as number from message group by state", Tuple.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("state", String.class), row -> row.get("number", Long.class)));
    }

    /** Where a message stands. */
    public Optional<MessageState> stateOf(String id) {
        return database.createNativeQuery("select state from message where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .flatMap(MessageState::ofWireName);
    }

    /** Moves a message on that still stands where it was seen, and notes who decided it. @return false when it stands elsewhere now */
    public boolean decide(Decided decided, Instant now, Instant until) {
        int moved = database.createNativeMutationQuery(DECIDE)
                .setParameter("id", decided.id())
                .setParameter("state", decided.now().wireName())
                .setParameter("was", decided.was().wireName())
                .setParameter("reason", "decided")
                .setParameter("until", until)
                .setParameter("now", now)
                .executeUpdate();
        if (moved == 1) {
            if (decided.now().over()) {
                unsay(decided.id());
            }
            database.createNativeMutationQuery(NOTE)
                    .setParameter("id", decided.id())
                    .setParameter("decision", decided.now().wireName())
                    .setParameter("was", decided.was().wireName())
                    .setParameter("by", decided.by())
                    .setParameter("because", decided.because().text())
                    .setParameter("now", now)
                    .executeUpdate();
        }
        return moved == 1;
    }

    /** Whom the message of a link was for. */
    public Optional<Addressee> addressee(UUID link) {
        return database.createNativeQuery(
                        "select id, pseudonym, channel, purpose from message where link = :link", Tuple.class)
                .setParameter("link", link)
                .getResultStream()
                .findFirst()
                .map(row -> new Addressee(
                        row.get("id", String.class),
                        row.get("pseudonym", String.class),
                        row.get("channel", String.class),
                        row.get("purpose", String.class)));
    }

    /** A message that was taken comes back. */
    public void bounced(String id, String reason, Instant now) {
        int moved = database.createNativeMutationQuery(
                        "update message set state = 'bounced', reason = :reason, changed_at = :now"
                                + " where id = :id and state in ('delivered', 'in_doubt', 'handed_over')")
                .setParameter("id", id)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .executeUpdate();
        if (moved == 1) {
            unsay(id);
        }
    }

    /** Nobody needs its words any more. */
    private void unsay(String id) {
        database.createNativeMutationQuery("delete from message_words where message_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
