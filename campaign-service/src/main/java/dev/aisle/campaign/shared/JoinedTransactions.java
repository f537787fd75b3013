package dev.aisle.campaign.shared;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions of this service: what repositories of Hibernate do within the work is in them, too. */
@Singleton
final class JoinedTransactions implements Transactions {
    private final AgroalDataSource dataSource;

    JoinedTransactions(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T call(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return work.with(connection);
            } catch (SQLException e) {
                throw new StorageException("A transaction failed", e);
            }
        });
    }
}
