package dev.aisle.privacy.consent.enforcement;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.storage.RelayedMessages;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps where the messages of withdrawals lie. Written twice, a message counts where it lies last. */
@Singleton
@Unremovable
class NotePlaces implements RelayedMessages {
    private static final String UPDATE = """
            update withdrawal set place_partition = ?, place_offset = ?, written_at = clock_timestamp()
            where pseudonym = ? and version = ?
            """;

    private final WrittenWithdrawals written;

    NotePlaces(WrittenWithdrawals written) {
        this.written = written;
    }

    @Override
    public void relayed(Connection relay, List<Relayed> messages) throws SQLException {
        List<Relayed> consents = messages.stream()
                .filter(message -> message.topic().equals(Topic.CONSENTS.topicName()))
                .toList();
        if (consents.isEmpty()) {
            return;
        }
        try (PreparedStatement update = relay.prepareStatement(UPDATE)) {
            for (Relayed message : consents) {
                add(update, message);
            }
            update.executeBatch();
        }
        written.more();
    }

    private static void add(PreparedStatement update, Relayed message) throws SQLException {
        update.setInt(1, message.place().partition());
        update.setLong(2, message.place().offset());
        update.setString(3, message.key());
        update.setLong(4, version(message));
        update.addBatch();
    }

    private static long version(Relayed message) {
        try {
            return ConsentState.parseFrom(message.payload()).getVersion();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The outbox holds a consent that is none", e);
        }
    }
}
