package dev.aisle.platform.storage;

import dev.aisle.contracts.Keeps;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The connections of the pool, so that all of them can be ended when the database answers nothing. The pool can't do it: before it closes a connection it asks the
 * database to roll back, and waits.
 */
@Singleton
@Keeps(ofNobody = "connections to the database")
class OpenConnections implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(OpenConnections.class);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionCreate(Connection connection) {
        byDriver(connection, open::add);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        byDriver(connection, open::remove);
    }

    private static void byDriver(Connection pooled, Consumer<Connection> use) {
        try {
            use.accept(pooled.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new StorageException("A pooled connection doesn't tell the driver's", e);
        }
    }

    /** Closes the socket of each: whoever waits for an answer gets an error at once. */
    void abort() {
        for (Connection connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf("A connection couldn't be ended: %s", e.getMessage());
            }
        }
    }
}
