package dev.aisle.campaign.shared;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Transactions over a pool of its own, as a replica has one. */
public final class PooledTransactions implements Transactions, AutoCloseable {
    private final AgroalDataSource pool;

    /** To that database, with so many connections at most. */
    public PooledTransactions(String url, int connections) {
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(of -> of.maxSize(connections)
                            .acquisitionTimeout(Duration.ofSeconds(60))
                            .connectionFactoryConfiguration(
                                    to -> to.jdbcUrl(url).principal(new NamePrincipal("postgres")))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T call(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.with(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
