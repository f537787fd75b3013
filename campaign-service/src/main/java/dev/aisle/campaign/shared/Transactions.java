package dev.aisle.campaign.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in one database transaction of its own, which fails when the work does. */
public interface Transactions {
    /** Runs it and gives its answer. */
    <T> T call(Work<T> work);

    /** What is done with the connection of the transaction. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }
}
