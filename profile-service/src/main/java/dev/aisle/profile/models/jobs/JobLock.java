package dev.aisle.profile.models.jobs;

import dev.aisle.platform.storage.StorageException;
import dev.aisle.profile.models.fitting.JobKind;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Who does the run of a kind: whoever holds the kind's advisory lock. It belongs to a connection of the database, so it is free the
 * moment its process is gone.
 */
@ApplicationScoped
class JobLock {
    private static final long JOBS = 0x4A6F_6273_0000_0000L;

    private final AgroalDataSource database;

    JobLock(AgroalDataSource database) {
        this.database = database;
    }

    /** The lock, while it is open. */
    public static final class Held implements AutoCloseable {
        private final Connection connection;
        private final long key;

        private Held(Connection connection, long key) {
            this.connection = connection;
            this.key = key;
        }

        @Override
        public void close() {
            try (Connection held = connection) {
                ask(held, "select pg_advisory_unlock(?)", key);
            } catch (SQLException e) {
                throw new StorageException("The lock of a job could not be given back", e);
            }
        }
    }

    /** Takes the lock of a kind; empty when somebody has it. */
    public Optional<Held> take(JobKind kind) {
        long key = JOBS | Integer.toUnsignedLong(kind.label().hashCode());
        try {
            Connection connection = database.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(?)", key)) {
                return Optional.of(new Held(connection, key));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new StorageException("The lock of a job could not be asked for", e);
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
