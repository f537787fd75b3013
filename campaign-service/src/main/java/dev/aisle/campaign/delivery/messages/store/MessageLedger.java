package dev.aisle.campaign.delivery.messages.store;

import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.storage.StorageException;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Every message, what became of it, and who holds it. A sender claims messages by a lease, writes that it hands them over <em>before</em> it
 * does, and then what came of it. Whoever dies in between leaves either a message that is due again or one that is known to be in doubt.
 */
@Singleton
public class MessageLedger {
    private static final String ADD = """
            with added as (
                insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version, variation,
                    not_after, next_at, queued_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                returning id, pseudonym, queued_at)
            insert into message_words (message_id, pseudonym, queued_at, subject, html, plain)
            select id, pseudonym, queued_at, ?, ?, ? from added
            """;
    private static final String CLAIM = """
            with due as (
                select id from message where state = 'queued' and channel = ? and next_at <= ?
                    and (held_until is null or held_until <= ?)
                order by next_at limit ? for update skip locked),
            held as (
                update message set lease = ?, held_until = ? from due where message.id = due.id
                returning message.id, link, pseudonym, channel, purpose, consent_version, not_after, attempts)
            select held.*, subject, html, plain from held join message_words on message_words.message_id = held.id
            """;
    private static final String HAND_OVER = """
            update message set state = 'handed_over', attempts = attempts + 1, changed_at = ?
            where id = any(?) and lease = ? and state = 'queued' and not exists (
                select from suppression where suppression.pseudonym = message.pseudonym
                    and suppression.channel = message.channel and suppression.purpose in ('', message.purpose))
                and coalesce((select word from campaign_feedback said where said.pseudonym = message.pseudonym
                    and said.campaign_id = message.campaign_id and word in ('useful', 'not_for_me')
                    order by said_at desc limit 1), '') <> 'not_for_me'
            returning id
            """;
    private static final String SETTLE = """
            with done as (
                update message set state = settled.state, reason = settled.reason, changed_at = ?, lease = null, held_until = null,
                    next_at = case when settled.state = 'queued' then settled.next_at else message.next_at end
                from unnest(?, ?, ?, ?, ?) as settled (id, state, reason, next_at, over)
                where message.id = settled.id and lease = ? and message.state in ('queued', 'handed_over', 'in_doubt')
                returning message.id, message.pseudonym, message.channel, message.state, settled.over),
            unsaid as (
                delete from message_words using done where message_id = done.id and done.over)
            insert into suppression (pseudonym, channel, purpose, reason, suppressed_at)
            select pseudonym, channel, '', 'bounced', cast(? as timestamptz) from done where state = 'bounced'
            on conflict do nothing
            """;
    private static final String DOUBT = """
            update message set state = 'in_doubt', reason = 'no-answer', changed_at = ?
            where state = 'handed_over' and channel = ? and changed_at < ?
            """;
    private static final String REPEAT = """
            update message set state = case when attempts < ? then 'queued' else 'failed' end,
                lease = null, held_until = null, reason = 'no-answer', changed_at = ?
            where state = 'handed_over' and channel = ? and changed_at < ?
            """;
    private static final String RELEASE =
            "update message set lease = null, held_until = null, next_at = ? where id = any(?) and lease = ? and state = 'queued'";

    private final DataSource database;

    public MessageLedger(DataSource database) {
        this.database = database;
    }

    /** One that was given a place, under the consent version that was read for it. */
    public record Entry(NewMessage message, long consentVersion) {}

    /** Where a message stands from now on; the moment counts where it waits again. */
    public record Settled(String id, MessageState state, String reason, Instant nextAt) {}

    /** Adds messages in the caller's transaction. @return how many weren't there before */
    public int add(Collection<Entry> entries, Instant now) {
        return run("added", connection -> {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                for (Entry entry : entries) {
                    bind(add, entry, now);
                    add.addBatch();
                }
                int added = 0;
                for (int count : add.executeBatch()) {
                    added += count;
                }
                return added;
            }
        });
    }

    private static void bind(PreparedStatement add, Entry entry, Instant now) throws SQLException {
        NewMessage message = entry.message();
        add.setString(1, message.id());
        add.setString(2, message.to().pseudonym());
        add.setString(3, message.to().channel().wireName());
        add.setString(4, wireName(message.to().purpose()));
        add.setLong(5, entry.consentVersion());
        add.setString(6, message.origin().campaignId());
        add.setInt(7, message.origin().campaignVersion());
        add.setString(8, message.origin().variation());
        set(add, 9, message.window().notAfter());
        set(add, 10, message.window().notBefore());
        set(add, 11, now);
        set(add, 12, now);
        add.setString(13, message.text().subject());
        add.setString(14, message.text().html());
        add.setString(15, message.text().plain());
    }

    /** Holds messages that are due until a moment; nobody else gets them before. */
    public List<Outgoing> claim(Channel channel, Lease lease, Instant now, int most) {
        return run("claimed", connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, channel.wireName());
                set(claim, 2, now);
                set(claim, 3, now);
                claim.setInt(4, most);
                claim.setObject(5, lease.id());
                set(claim, 6, lease.until());
                List<Outgoing> claimed = new ArrayList<>();
                try (ResultSet rows = claim.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(outgoing(rows));
                    }
                }
                return claimed;
            }
        });
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getString("id"),
                row.getObject("link", UUID.class),
                new NewMessage.Recipient(
                        row.getString("pseudonym"),
                        Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT))),
                row.getLong("consent_version"),
                new NewMessage.Text(row.getString("subject"), row.getString("html"), row.getString("plain")),
                row.getObject("not_after", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    /** A sender's hold on messages. */
    public record Lease(UUID id, Instant until) {
        /** A new one. */
        public static Lease until(Instant until) {
            return new Lease(UUID.randomUUID(), until);
        }
    }

    /** Writes that messages are handed over now. @return those that are still this lease's and aren't suppressed: only they may go */
    public Set<String> handOver(Collection<String> ids, Lease lease, Instant now) {
        return run("handed over", connection -> {
            try (PreparedStatement update = connection.prepareStatement(HAND_OVER)) {
                set(update, 1, now);
                update.setArray(2, connection.createArrayOf("text", ids.toArray()));
                update.setObject(3, lease.id());
                Set<String> mine = new HashSet<>();
                try (ResultSet rows = update.executeQuery()) {
                    while (rows.next()) {
                        mine.add(rows.getString(1));
                    }
                }
                return mine;
            }
        });
    }

    /** Writes what came of messages that this lease holds; what bounced gets nothing any more until its address is another. */
    public void settle(Collection<Settled> all, Lease lease, Instant now) {
        run("settled", connection -> {
            try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
                set(update, 1, now);
                update.setArray(2, array(connection, "text", all, Settled::id));
                update.setArray(
                        3, array(connection, "text", all, one -> one.state().wireName()));
                update.setArray(4, array(connection, "text", all, Settled::reason));
                update.setArray(
                        5,
                        array(
                                connection,
                                "timestamptz",
                                all,
                                one -> one.nextAt().toString()));
                update.setArray(
                        6, array(connection, "bool", all, one -> one.state().over()));
                update.setObject(7, lease.id());
                set(update, 8, now);
                return update.executeUpdate();
            }
        });
    }

    private static Array array(
            Connection connection, String type, Collection<Settled> all, Function<Settled, Object> of)
            throws SQLException {
        return connection.createArrayOf(type, all.stream().map(of).toArray());
    }

    /** Gives messages back that weren't handed over; they are due again at a moment. */
    public void release(Collection<String> ids, Lease lease, Instant nextAt) {
        run("released", connection -> {
            try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
                set(update, 1, nextAt);
                update.setArray(2, connection.createArrayOf("text", ids.toArray()));
                update.setObject(3, lease.id());
                return update.executeUpdate();
            }
        });
    }

    /**
     * Hand-overs without an answer since before a moment: they go again where that is safe, up to so many attempts, since one might be what
     * kills its senders; elsewhere they are in doubt.
     *
     * @return how many
     */
    public int settleUnanswered(Channel channel, Instant before, Instant now, int attempts) {
        return run("looked through", connection -> {
            try (PreparedStatement update = connection.prepareStatement(channel.repeatable() ? REPEAT : DOUBT)) {
                int at = 1;
                if (channel.repeatable()) {
                    update.setInt(at++, attempts);
                }
                set(update, at++, now);
                update.setString(at++, channel.wireName());
                set(update, at, before);
                return update.executeUpdate();
            }
        });
    }

    static String wireName(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    static void set(PreparedStatement statement, int at, Instant moment) throws SQLException {
        statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
    }

    private <T> T run(String done, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException("Messages could not be " + done, e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
